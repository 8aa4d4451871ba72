using Journal.Core.Basics;
using Journal.Core.Lessons;
using Journal.Core.School;

namespace Journal.Core.Register;

/// <summary>An absence whose reason is put, with the version of the reason that was on the screen; 0 if there was none.</summary>
public sealed record AbsenceAt(CourseId Course, LessonId Lesson, long Expected);

/// <summary>
/// Puts the reason of a student's absences, with its document, for many lessons of whatever subjects at once, as one whole (hard day 11). The
/// teachers' facts stay as they are.
/// </summary>
/// <param name="Code">Null takes the reason back.</param>
/// <param name="Document">What proves it: number, days.</param>
public sealed record ExplainAbsences(StudentId Student, IReadOnlyList<AbsenceAt> Absences, AttendanceCodeId? Code, string? Document)
    : Command
{
    /// <summary>A whole term of an ill student.</summary>
    public const int Most = 500;

    public const int LongestDocument = 200;
}

public sealed record NoAbsenceNamed : Refusal;

public sealed record TooManyAbsences(int Count, int Most) : Refusal;

/// <summary>The code says nothing about a reason.</summary>
public sealed record NotAReason(AttendanceCodeId Code) : Refusal;

public sealed record DocumentTooLong(int Length, int Longest) : Refusal;

public sealed record DocumentUnreadable : Refusal;

/// <summary>Nobody has recorded that the student missed this lesson.</summary>
public sealed record NotAbsent(DateOnly Date) : Refusal;

/// <summary>Somebody was faster: the reason that stands there now.</summary>
public sealed record ReasonConflict(DateOnly Date, ReasonCell Now) : Refusal, IConflict;

public sealed partial record JournalPage
{
    /// <summary>What is wrong with the reason, whichever absences it is of.</summary>
    public static Refusal? Unfit(ExplainAbsences command, IEnumerable<AttendanceCode> codes)
    {
        if (command.Absences.Count == 0)
            return new NoAbsenceNamed();
        if (command.Absences.Count > ExplainAbsences.Most)
            return new TooManyAbsences(command.Absences.Count, ExplainAbsences.Most);

        return Unfit(command.Code, command.Document, codes);
    }

    public static Refusal? Unfit(AttendanceCodeId? reason, string? document, IEnumerable<AttendanceCode> codes)
    {
        if (reason is { } asked && !codes.Any(code => code.Id == asked && code is { CountsAsMissed: true, Kind: not AbsenceKind.Unknown }))
            return new NotAReason(asked);
        if (document?.Trim().Length > ExplainAbsences.LongestDocument)
            return new DocumentTooLong(document.Trim().Length, ExplainAbsences.LongestDocument);

        return document is not null && !CellRules.IsReadable(document) ? new DocumentUnreadable() : null;
    }

    /// <summary>One of the absences. Without an edit window: papers come when they come (domain §3).</summary>
    public Decision Decide(ExplainAbsences command, AbsenceAt absence)
    {
        if (!Lessons.TryGetValue(absence.Lesson, out var lesson))
            return new UnknownLesson(absence.Lesson);
        if (ClassOn(lesson, command.Student) is not { } schoolClass)
            return new StudentNotInGroup(command.Student, lesson.Date);
        if (IsLocked(lesson, command.Student))
            return new TermClosed(Id.Term);
        if (!IsMissed(lesson, command.Student))
            return new NotAbsent(lesson.Date);

        var now = Reasons.GetValueOrDefault((lesson.Id, command.Student));
        var after = command.Code is { } code ? new AbsenceReason(code, Trimmed(command.Document)) : null;
        if (now?.Value == after)
            return Decision.Already(now?.Version ?? 0);
        if ((now?.Version ?? 0) != absence.Expected)
            return new ReasonConflict(lesson.Date, now!);

        var shown = Rolls.ContainsKey(lesson.Id) || !Rules.AbsencesWaitForRoll;
        return new ReasonSet(Id.Course, Id.Term, lesson.Id, command.Student, schoolClass, now?.Value, after, shown);
    }

    /// <summary>The reason that is known already of an absence being recorded; null where nobody is absent, or there is a reason.</summary>
    public ReasonSet? Explained(AttendanceSet fact, AbsenceReason reason) =>
        IsMissed(fact.After) && !HasReason(fact.Lesson, fact.Student)
            ? new ReasonSet(fact.Course, fact.Term, fact.Lesson, fact.Student, fact.Class, null, reason, fact.Shown)
            : null;

    private bool IsMissed(Lesson lesson, StudentId student) => IsMissed(AttendanceAt(lesson.Id, student).Value);

    private bool IsMissed(AttendanceValue value) =>
        value.Code is { } fact && Rules.Codes.Any(code => code.Id == fact && code.CountsAsMissed);
}
