using System.Collections.Immutable;
using Journal.Core.Basics;
using Journal.Core.Classes;
using Journal.Core.Lessons;
using Journal.Core.Register;
using Journal.Core.Register.Storage;

namespace Journal.Core.Diary.Storage;

/// <summary>A lesson that the student has, with its page.</summary>
internal sealed record DiaryPlace(JournalPage Page, Lesson Lesson)
{
    public CourseId Course => Page.Id.Course;

    /// <summary>The lesson's columns, those first that stand first.</summary>
    public ImmutableArray<Work> Works => Page.Shape.WorksOf(Lesson.Id);
}

/// <summary>The pages of a student's courses over some days: the same objects that teachers type into, so that a diary costs no query.</summary>
internal sealed class DiaryPages
{
    private readonly List<JournalPage> _all;

    private DiaryPages(List<JournalPage> all, IReadOnlyList<DiaryPlace> places) => (_all, Places) = (all, places);

    /// <summary>The student's lessons, on the days of belonging to each group, in order.</summary>
    public IReadOnlyList<DiaryPlace> Places { get; }

    public static DiaryPages Of(JournalPages pages, DiarySource source, DateOnly from, DateOnly to)
    {
        var (all, places) = (new List<JournalPage>(), new List<DiaryPlace>());
        foreach (var (course, spans) in Courses(source, from, to))
        {
            foreach (var term in source.Roster.TermsOf(course).Where(term => term.Starts <= to && term.Ends >= from))
            {
                if (pages.Read(new PageId(course, term.Id)) is not { } page)
                    continue;

                all.Add(page);
                foreach (var lesson in page.Shape.LessonsOn(from, to))
                {
                    if (spans.Exists(days => days.Contains(lesson.Date)))
                        places.Add(new(page, lesson));
                }
            }
        }

        return new(all, [.. places.OrderBy(one => one.Lesson.Date).ThenBy(one => one.Lesson.Number).ThenBy(one => one.Lesson.Id.Value)]);
    }

    /// <summary>The page that this column stands on; null when it is none of these.</summary>
    public JournalPage? Of(WorkId work) => _all.Find(page => page.Works.ContainsKey(work));

    private static Dictionary<CourseId, List<DaySpan>> Courses(DiarySource source, DateOnly from, DateOnly to)
    {
        var courses = new Dictionary<CourseId, List<DaySpan>>();
        foreach (var member in source.Roster.GroupsOfStudent[source.Student].Where(member => member.Days.Touches(from, to)))
        {
            foreach (var course in source.Roster.CoursesOfGroup[member.Group])
            {
                if (!courses.TryGetValue(course.Id, out var spans))
                    courses.Add(course.Id, spans = []);
                spans.Add(member.Days);
            }
        }

        return courses;
    }
}
