using System.Collections.Immutable;
using Journal.Core.Basics;
using Journal.Core.Courses;
using Journal.Core.Lessons;
using Journal.Core.Register;
using Journal.Core.School;

namespace Journal.Core.Demo;

/// <summary>The pages as the year fills them: what is written is what they decide, as it is for a teacher at the screen.</summary>
internal sealed class DemoPages(DemoSchool school, IReadOnlyList<DemoLesson> lessons)
{
    private readonly ILookup<PageId, DemoLesson> _lessons = lessons.ToLookup(l => new PageId(l.Course, l.Term));
    private readonly Dictionary<PageId, JournalPage> _pages = [];
    private readonly ImmutableArray<MarksOff> _marksOff = [.. DemoFounding.MarksOff(school)];
    private readonly Dictionary<TermId, TermSpan> _terms = school.Year.Terms.ToDictionary(t => t.Term.Id, t => t.Term);
    private long _seq;

    public JournalPage Page(DemoLesson lesson)
    {
        var id = new PageId(lesson.Course, lesson.Term);
        if (!_pages.TryGetValue(id, out var page))
            _pages[id] = page = Blank(id);

        return page;
    }

    /// <summary>The facts of a decision, now folded in. A refusal would be a mistake of the demo.</summary>
    public IReadOnlyList<JournalEvent> Take(DemoLesson lesson, Decision decision, PersonId by, DateTimeOffset at)
    {
        if (decision.Refusal is { } refusal)
            throw new InvalidOperationException($"The rules do not let the demo do this: {refusal}");

        foreach (var fact in decision.Events)
            Fold(lesson, fact, by, at);

        return decision.Events;
    }

    /// <summary>Pages of terms that are over are asked no more.</summary>
    public void Forget(DateOnly before)
    {
        foreach (var id in _pages.Keys.Where(id => _terms[id.Term].Ends < before).ToList())
            _pages.Remove(id);
    }

    private void Fold(DemoLesson lesson, JournalEvent fact, PersonId by, DateTimeOffset at)
    {
        // Told to families only: the page does not hear it.
        if (fact is not AbsenceShown)
            _pages[new(lesson.Course, lesson.Term)] = Page(lesson).Apply(new Committed(++_seq, at, by, fact))!;
    }

    private JournalPage Blank(PageId id)
    {
        var course = school.Courses[id.Course.Value - 1];
        var span = _terms[id.Term];
        var members = school.GroupOf(course).Members.Where(m => m.Days.Touches(span.Starts, span.Ends));

        return new()
        {
            Id = id,
            Seq = 0,
            Rules = new(
                course.PassFail ? StandardScales.PassFail : StandardScales.FivePoint,
                AttendancePresets.Default,
                EditWindows.Default,
                SchoolSettings.Default.AbsencesWaitForRoll,
                [.. _marksOff.Where(r => r.Course is null || r.Course == id.Course)],
                []
            ),
            Students = members.ToImmutableDictionary(m => m.Student, m => new PageStudent(m.Student, [new GroupStay(m.Class, m.Days)])),
            Lessons = _lessons[id].ToImmutableDictionary(l => l.Id, Planned),
            Works = course.Marked
                ? _lessons[id].ToImmutableDictionary(l => l.DefaultWork, l => new PageWork(DemoFounding.DefaultWork(l), 0))
                : ImmutableDictionary<WorkId, PageWork>.Empty,
            Marks = ImmutableDictionary<(WorkId, StudentId), MarkCell>.Empty,
            Attendance = ImmutableDictionary<(LessonId, StudentId), AttendanceCell>.Empty,
            Reasons = ImmutableDictionary<(LessonId, StudentId), ReasonCell>.Empty,
            Rolls = ImmutableDictionary<LessonId, LessonStamp>.Empty,
            Carried = [],
        };
    }

    private static Lesson Planned(DemoLesson lesson) => new(lesson.Id, lesson.Date, lesson.Number, LessonStatus.Planned, [], null, null);
}
