using Journal.Core.Basics;
using Journal.Core.Courses;
using Journal.Core.Courses.Storage;
using Journal.Core.Lessons.Storage;
using Journal.Core.Persistence;
using Journal.Core.Register.Storage;
using Microsoft.EntityFrameworkCore;

namespace Journal.Core.Diary.Storage;

/// <summary>Reads a student's marks subject by subject, as the family may see them.</summary>
public sealed class SubjectBook(IDbContextFactory<JournalDb> databases, RosterSource rosters, StudentLog log)
{
    /// <param name="number">The term's number in the year; none means the one that runs, or ran last.</param>
    /// <param name="seen">The last change the reader has seen; null for whoever is told no news.</param>
    public async Task<SubjectsOfTerm> Read(StudentId student, int? number, DateOnly today, long? seen, CancellationToken ct = default)
    {
        while (true)
        {
            await using var db = await databases.CreateDbContextAsync(ct);
            await using var reading = await db.BeginReading(ct);
            var seq = await db.Head(ct);
            if (rosters.At(seq) is not { } roster)
                continue;

            var source = new DiarySource(roster, seq, student, AsStaff: false);
            var terms = TermsOf(roster, student, today);
            var term = number is null
                ? terms.LastOrDefault(one => one.Starts <= today) ?? (terms is [var first, ..] ? first : null)
                : terms.FirstOrDefault(one => one.Number == number);
            var news = seen is { } upto ? await StudentNews.Load(source, log, upto, ct) : StudentNews.None;
            var subjects = term is null ? [] : await Subjects(db, source, news, term, ct);
            return new SubjectsOfTerm(student, seq, terms, term, subjects);
        }
    }

    // After the year is over the class is the one the student was in last.
    private static IReadOnlyList<Term> TermsOf(Roster roster, StudentId student, DateOnly today)
    {
        var ties = roster.ClassesOfStudent[student].ToList();
        var tie = ties.FindLast(one => one.Days.From <= today) ?? ties.FirstOrDefault();
        return tie is null
            ? []
            : [.. roster.Terms.Values.Where(term => term.TermSet == roster.Classes[tie.To].TermSet).OrderBy(term => term.Number)];
    }

    private static async Task<SubjectMarks[]> Subjects(JournalDb db, DiarySource source, StudentNews news, Term term, CancellationToken ct)
    {
        var courses = CoursesOf(source, term);
        var ids = courses.SelectMany(one => one.All).Select(course => course.Id.Value).ToArray();
        var rows = await (
            from lesson in db.Set<LessonRow>()
            // By date, not by term id: a former class may have another term set.
            where ids.Contains(lesson.Course) && lesson.Date >= term.Starts && lesson.Date <= term.Ends
            join work in db.Set<WorkRow>() on lesson.Id equals work.Lesson
            where !work.Removed && work.Shown
            join mark in db.Set<MarkRow>() on work.Id equals mark.Work
            where mark.Student == source.Student.Value
            orderby lesson.Date, lesson.Number, work.Ordinal
            select new Found(lesson.Date, work, mark)
        )
            .AsNoTracking()
            .ToListAsync(ct);
        var marks = rows.ToLookup(row => row.Work.Course);
        return
        [
            .. courses
                .Select(one => new SubjectMarks(
                    one.Now.Id,
                    source.Roster.Subjects[one.Now.Subject].Name,
                    source.Roster.Scales[one.Now.Scale],
                    [
                        .. one
                            .All.SelectMany(course => marks[course.Id.Value].Select(row => Mark(source, news, row, course, one.Now)))
                            .OfType<SubjectMark>()
                            .OrderBy(mark => mark.Date),
                    ]
                ))
                .OrderBy(subject => subject.Subject, StringComparer.Create(new("ru-RU"), ignoreCase: true)),
        ];
    }

    // Of two groups of one subject the later one is the present; marks of the former came along with the student.
    private static List<(Course Now, Course[] All)> CoursesOf(DiarySource source, Term term)
    {
        var members = source.Roster.GroupsOfStudent[source.Student].Where(member => member.Days.Touches(term.Starts, term.Ends));
        return
        [
            .. from member in members
            from course in source.Roster.CoursesOfGroup[member.Group]
            orderby member.Days.From
            group course by course.Subject into same
            select (same.Last(), same.Distinct().ToArray()),
        ];
    }

    private static SubjectMark? Mark(DiarySource source, StudentNews news, Found row, Course course, Course now)
    {
        var value = source.Seen(PageLoader.Value(row.Mark));
        if (value.IsEmpty)
            return null;

        var type = source.Roster.WorkTypes[new(row.Work.Type)];
        return new SubjectMark(
            new(row.Work.Id),
            row.Date,
            type.Name,
            type.Sign,
            row.Work.Title,
            row.Work.Weight,
            value,
            source.Text(value, course.Id.Value),
            course == now ? null : source.Roster.Groups[course.Group].Name,
            news.OfMark(new(row.Work.Id))
        );
    }

    private sealed record Found(DateOnly Date, WorkRow Work, MarkRow Mark);
}
