using Journal.Core.Basics;
using Journal.Core.Lessons;
using Journal.Core.School;

namespace Journal.Core.Register;

/// <summary>How a missed lesson was made up (R27): the protocol, and who took it if not the teacher.</summary>
/// <param name="Commission">Null when the teacher did.</param>
public sealed record MakeUpProtocol(string Number, DateOnly Date, string? Commission);

/// <summary>
/// Writes down the protocol of a make-up: the mark was put into a lesson the student missed, after its day, and the absence stays. Without an edit
/// window: papers come when they come.
/// </summary>
/// <param name="Number">Null takes the protocol back.</param>
/// <param name="Expected">The version of the protocol that was on the screen; 0 if there was none.</param>
public sealed record RecordMakeUp(
    CourseId Course,
    LessonId Lesson,
    StudentId Student,
    string? Number,
    DateOnly? Date,
    string? Commission,
    long Expected
) : Command
{
    public const int LongestNumber = 40;

    public const int LongestCommission = 200;
}

/// <param name="Shown">Whether families may see the absence and a mark of the lesson.</param>
public sealed record MakeUpRecorded(
    CourseId Course,
    TermId Term,
    LessonId Lesson,
    StudentId Student,
    ClassId Class,
    MakeUpProtocol? Before,
    MakeUpProtocol? After,
    bool Shown
) : JournalEvent, IOnOnePage
{
    protected override Concern Concerned => new(Course, Class, Student);
}

public sealed record MakeUpDateMissing : Refusal;

/// <summary>Before the lesson, or still ahead.</summary>
public sealed record MakeUpDateOutOfRange(DateOnly Earliest, DateOnly Latest) : Refusal;

public sealed record MakeUpTooLong(int Length, int Longest) : Refusal;

public sealed record MakeUpUnreadable : Refusal;

/// <summary>There is no mark that was put after the day of the lesson.</summary>
public sealed record NothingMadeUp(DateOnly Date) : Refusal;

/// <summary>Somebody was faster: the protocol that stands there now.</summary>
public sealed record MakeUpConflict(MakeUpCell Now) : Refusal, IConflict;

/// <summary>The protocol as it stands now; none when it was taken back.</summary>
public sealed record MakeUpCell(MakeUpProtocol? Value, long Version, PersonId By, DateTimeOffset At)
{
    public static readonly MakeUpCell Never = new(null, 0, default, default);
}

public sealed partial record JournalPage
{
    public MakeUpCell MakeUpOf(LessonId lesson, StudentId student) => MakeUps.GetValueOrDefault((lesson, student), MakeUpCell.Never);

    /// <summary>A mark of somebody who missed the lesson, put after its day.</summary>
    public bool IsMadeUp(Work work, StudentId student, Func<DateTimeOffset, DateOnly> dayOf)
    {
        var lesson = Lessons[work.Lesson];
        return IsMissed(lesson, student) && MarkAt(work.Id, student) is { Value.First: not null } mark && dayOf(mark.At) > lesson.Date;
    }

    /// <summary>The student missed the lesson, and has a mark in it that was put after its day.</summary>
    public bool IsMadeUp(Lesson lesson, StudentId student, Func<DateTimeOffset, DateOnly> dayOf) =>
        Shape.WorksOf(lesson.Id).Any(work => IsMadeUp(work, student, dayOf));

    public Decision Decide(RecordMakeUp command, DateOnly today, Func<DateTimeOffset, DateOnly> dayOf)
    {
        if (!Lessons.TryGetValue(command.Lesson, out var lesson))
            return new UnknownLesson(command.Lesson);
        if (ClassOn(lesson, command.Student) is not { } schoolClass)
            return new StudentNotInGroup(command.Student, lesson.Date);
        if (IsLocked(lesson, command.Student))
            return new TermClosed(Id.Term);
        if (Unfit(command, lesson, today) is { } unfit)
            return unfit;

        var after = Trimmed(command.Number) is { } number
            ? new MakeUpProtocol(number, command.Date!.Value, Trimmed(command.Commission))
            : null;
        if (after is not null && !IsMadeUp(lesson, command.Student, dayOf))
            return new NothingMadeUp(lesson.Date);

        var now = MakeUpOf(lesson.Id, command.Student);
        if (now.Value == after)
            return Decision.Already(now.Version);
        if (now.Version != command.Expected)
            return new MakeUpConflict(now);

        var shown = (Rolls.ContainsKey(lesson.Id) || !Rules.AbsencesWaitForRoll) && Shape.WorksOf(lesson.Id).Any(work => work.Shown);
        return new MakeUpRecorded(Id.Course, Id.Term, lesson.Id, command.Student, schoolClass, now.Value, after, shown);
    }

    private static Refusal? Unfit(RecordMakeUp command, Lesson lesson, DateOnly today)
    {
        if (Trimmed(command.Number) is not { } number)
            return null;
        if (command.Date is not { } date)
            return new MakeUpDateMissing();
        if (date < lesson.Date || date > today)
            return new MakeUpDateOutOfRange(lesson.Date, today);

        return Unfit(number, RecordMakeUp.LongestNumber) ?? Unfit(Trimmed(command.Commission), RecordMakeUp.LongestCommission);
    }

    private static Refusal? Unfit(string? line, int longest)
    {
        if (line?.Length > longest)
            return new MakeUpTooLong(line.Length, longest);

        return line is not null && !SchoolSettings.IsReadableLine(line) ? new MakeUpUnreadable() : null;
    }

    private JournalPage Apply(MakeUpRecorded e, Committed change) =>
        this with
        {
            MakeUps = MakeUps.SetItem((e.Lesson, e.Student), new MakeUpCell(e.After, change.Seq, change.Actor, change.At)),
        };
}
