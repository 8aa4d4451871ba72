using Journal.Core.Basics;
using Journal.Core.Courses;
using Journal.Core.Courses.Storage;
using Journal.Core.Homework.Storage;
using Journal.Core.Lessons.Storage;
using Journal.Core.Writing;

namespace Journal.Core.Register.Storage;

/// <summary>Load the page, let it decide; a mark of a student who has moved on also makes the page outdated that carries it.</summary>
internal sealed class RegisterHandlers(JournalPages pages, RosterSource rosters, Removals removals, IKnownReasons reasons)
    : IHandler<SetMark>,
        IHandler<SetAttendance>,
        IHandler<DeclareRoll>,
        IHandler<RecordLesson>,
        IHandler<RecordBriefing>,
        IHandler<SetHomework>,
        IHandler<AddWork>,
        IHandler<ChangeWork>,
        IHandler<RemoveWork>,
        IHandler<RestoreWork>
{
    public Decision Decide(SetMark command, Operation operation)
    {
        if (pages.PageOf(command.Course, command.Work, operation.Data) is not { } page)
            return new UnknownWork(command.Work);

        return WithCarriers(page.Decide(command, operation.Today), page, [command.Student], operation);
    }

    public Decision Decide(SetAttendance command, Operation operation) =>
        pages.PageOf(command.Course, command.Lesson, operation.Data) is { } page
            ? WithReason(page.Decide(command, operation.Today), page, operation)
            : new UnknownLesson(command.Lesson);

    public Decision Decide(DeclareRoll command, Operation operation)
    {
        if (pages.PageOf(command.Course, command.Lesson, operation.Data) is not { } page)
            return new UnknownLesson(command.Lesson);

        var lesson = page.Lessons[command.Lesson];
        var bell = rosters.InLane(operation.Data).BellOf(command.Course, lesson.Number, lesson.Date);
        return page.Decide(command, operation.Today, operation.Time, bell);
    }

    public Decision Decide(RecordLesson command, Operation operation) =>
        pages.PageOf(command.Course, command.Lesson, operation.Data) is { } page
            ? page.Decide(command, By(operation, command.Lesson))
            : new UnknownLesson(command.Lesson);

    public Decision Decide(RecordBriefing command, Operation operation) =>
        pages.PageOf(command.Course, command.Lesson, operation.Data) is { } page
            ? page.Decide(command, By(operation, command.Lesson))
            : new UnknownLesson(command.Lesson);

    public Decision Decide(SetHomework command, Operation operation)
    {
        if (pages.PageOf(command.Course, command.Lesson, operation.Data) is not { } page)
            return new UnknownLesson(command.Lesson);

        return Uploads.Missing(command, operation)
            ?? page.Decide(command, By(operation, command.Lesson), () => new HomeworkId(operation.Data.NewId<HomeworkRow>()));
    }

    public Decision Decide(AddWork command, Operation operation)
    {
        if (pages.PageOf(command.Course, command.Lesson, operation.Data) is not { } page)
            return new UnknownLesson(command.Lesson);

        var type = rosters.InLane(operation.Data).WorkTypes.GetValueOrDefault(command.Type);
        return page.Decide(command, type, () => new WorkId(operation.Data.NewId<WorkRow>()), operation.Today);
    }

    public Decision Decide(ChangeWork command, Operation operation)
    {
        if (pages.PageOf(command.Course, command.Work, operation.Data) is not { } page)
            return new UnknownWork(command.Work);

        var type = rosters.InLane(operation.Data).WorkTypes.GetValueOrDefault(command.Type);
        return WithCarriers(page.Decide(command, type, operation.Today), page, page.StudentsWith(command.Work), operation);
    }

    public Decision Decide(RemoveWork command, Operation operation) =>
        pages.PageOf(command.Course, command.Work, operation.Data) is { } page
            ? WithCarriers(page.Decide(command, operation.Today), page, page.StudentsWith(command.Work), operation)
            : new UnknownWork(command.Work);

    public Decision Decide(RestoreWork command, Operation operation)
    {
        if (pages.PageOf(command.Course, command.Work, operation.Data) is not { } page)
            return new UnknownWork(command.Work);
        if (Removals.Last(command.Course, command.Work, operation.Data) is not { } now)
            return new WorkNotRemoved(command.Work);
        if (now.Version != command.Expected)
            return new WorkConflict(now);

        var removed = removals.Read(now, operation.Data);
        return WithCarriers(page.Decide(removed, operation.Today), page, removed.Cells.Select(cell => cell.Student), operation);
    }

    private Recorder By(Operation operation, LessonId lesson)
    {
        var (roster, who) = (rosters.InLane(operation.Data), operation.Actor.Person);
        var standsIn = roster.Substitutions.GetValueOrDefault(lesson)?.What;
        // What a colleague merely says of the lesson is not believed against its own teacher, who writes it down.
        var isBelieved = standsIn is not null && (standsIn.Confirmed || !roster.Teaches(who, standsIn.Course, standsIn.Date));
        return new(who, operation.Now, operation.Today, isBelieved ? standsIn!.Teacher : null);
    }

    // The reason first: the answer's Seq is the new version of the cell.
    private Decision WithReason(Decision decision, JournalPage page, Operation operation)
    {
        if (decision.Events is not [AttendanceSet fact])
            return decision;

        var day = page.Lessons[fact.Lesson].Date;
        var known = reasons.Of(fact.Student, day, operation) ?? OrderedDay.ReasonOf(rosters.InLane(operation.Data), fact, day);
        return known is not null && page.Explained(fact, known) is { } reason ? Decision.Facts([reason, fact]) : decision;
    }

    private Decision WithCarriers(Decision decision, JournalPage page, IEnumerable<StudentId> students, Operation operation)
    {
        if (decision.Events.Count == 0)
            return decision;

        var roster = rosters.InLane(operation.Data);
        var outdated = from student in students from carrier in roster.CarriersOf(student, page.Id.Course) select carrier;
        var echoes = outdated.Distinct().Select(course => new PageOutdated(course)).ToArray();
        // First, because the answer's Seq is that of the last fact: the new version of the cell or column.
        return echoes.Length == 0 ? decision : Decision.Facts([.. echoes, .. decision.Events]);
    }
}
