using Journal.Core.Basics;
using Journal.Core.Homework;
using Journal.Core.Lessons;
using Journal.Core.Register;
using Journal.Core.School;
using Journal.Core.Writing;

namespace Journal.Core.Demo;

/// <summary>Turns what a teacher entered in a lesson into recorded facts, each decided by the page, each at its minute of the lesson.</summary>
internal sealed class DemoClassroom(DemoPages pages, SchoolClock clock)
{
    private const int RollAt = 8;
    private const int MarksFrom = 9;
    private const int MarksUntil = 38;

    public IEnumerable<DatedFact> Facts(DemoEntry entry)
    {
        var starts = clock.MomentOf(entry.Lesson.Date, DemoBells.Start(entry.Lesson.Number));

        var ends = starts.AddMinutes(39);
        return [.. Roll(entry, starts), .. Column(entry, starts), .. Marks(entry, starts), .. Record(entry, ends), .. Time(entry, ends)];
    }

    public DatedFact Explain(DemoReason reason, DateTimeOffset at)
    {
        var code = AttendancePresets.Default.First(c => c.Kind == (reason.Ill ? AbsenceKind.Ill : AbsenceKind.Valid)).Id;
        var lesson = reason.Lesson;
        var shown = pages.Page(lesson).Rolls.ContainsKey(lesson.Id);
        var value = new AbsenceReason(code, reason.Document);
        var fact = new ReasonSet(lesson.Course, lesson.Term, lesson.Id, reason.Student, reason.Class, null, value, shown);
        pages.Take(lesson, fact, reason.ClassTeacher, at);

        return new(at, reason.ClassTeacher, fact);
    }

    private IEnumerable<DatedFact> Roll(DemoEntry entry, DateTimeOffset starts)
    {
        var (course, lesson) = (entry.Lesson.Course, entry.Lesson.Id);
        for (var i = 0; i < entry.Absences.Count; i++)
        {
            var (student, typed) = entry.Absences[i];
            var command = new SetAttendance(course, lesson, student, typed, Expected: 0);
            foreach (var fact in Put(entry, page => page.Decide(command, entry.Lesson.Date), starts.AddSeconds(150 + (i * 15 % 300))))
                yield return fact;
        }

        if (!entry.RollTaken)
            yield break;

        var (declare, at) = (new DeclareRoll(course, lesson), starts.AddMinutes(RollAt));
        foreach (var fact in Put(entry, page => page.Decide(declare, entry.Lesson.Date, clock.TimeOf(at), bell: null), at))
            yield return fact;
    }

    private IEnumerable<DatedFact> Column(DemoEntry entry, DateTimeOffset starts)
    {
        if (entry.Work is not { } work)
            return [];

        var command = new AddWork(entry.Lesson.Course, entry.Lesson.Id, work.Type.Id, null, work.Title, null, Shown: true);

        return Put(entry, page => page.Decide(command, work.Type, () => work.Id, entry.Lesson.Date), starts.AddMinutes(RollAt));
    }

    private IEnumerable<DatedFact> Marks(DemoEntry entry, DateTimeOffset starts)
    {
        for (var i = 0; i < entry.Marks.Count; i++)
        {
            var mark = entry.Marks[i];
            var seconds = (MarksFrom * 60) + ((MarksUntil - MarksFrom) * 60 * i / entry.Marks.Count);
            var at = starts.AddSeconds(seconds);
            var page = pages.Page(mark.Of);
            var expected = page.MarkAt(mark.Work, mark.Student).Version;
            var command = new SetMark(
                mark.Of.Course,
                mark.Work,
                mark.Student,
                mark.Typed,
                mark.DueBy,
                mark.Comment,
                mark.Comment is not null,
                expected
            );
            foreach (var fact in pages.Take(mark.Of, page.Decide(command, entry.Lesson.Date), entry.Teacher, at))
                yield return new(at, entry.Teacher, fact);
        }
    }

    // Whoever records a lesson becomes its teacher; that a colleague gave it too, no command says yet.
    private IEnumerable<DatedFact> Record(DemoEntry entry, DateTimeOffset at)
    {
        var (course, lesson) = (entry.Lesson.Course, entry.Lesson.Id);
        var command = new RecordLesson(course, lesson, entry.Topic, entry.Homework, LessonStatus.Held, Expected: 0);
        var recorded = (LessonRecorded)
            pages.Page(entry.Lesson).Decide(command, new Recorder(entry.Teacher, at, entry.Lesson.Date)).Events[0];
        var given = recorded with { After = recorded.After with { Teachers = [.. entry.Teachers] } };

        return Put(entry, _ => given, at);
    }

    private IEnumerable<DatedFact> Time(DemoEntry entry, DateTimeOffset at)
    {
        if (entry is not { Minutes: { } minutes, Homework: { Length: > 0 } homework })
            return [];

        var lesson = entry.Lesson;
        var details = HomeworkDetails.None with { Minutes = minutes };
        var command = new SetHomework(lesson.Course, lesson.Id, null, homework, details, null, Seen: homework, Expected: 0);
        // One for each lesson at most: the lesson's number is a number for it.
        return Put(entry, page => page.Decide(command, new Recorder(entry.Teacher, at, lesson.Date), () => new(lesson.Id.Value)), at);
    }

    private IEnumerable<DatedFact> Put(DemoEntry entry, Func<JournalPage, Decision> decide, DateTimeOffset at) =>
        pages
            .Take(entry.Lesson, decide(pages.Page(entry.Lesson)), entry.Teacher, at)
            .Select(fact => new DatedFact(at, entry.Teacher, fact));
}
