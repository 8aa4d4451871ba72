using System.Collections.Immutable;
using Journal.Core.Basics;
using Journal.Core.Register;

namespace Journal.Core.Control;

/// <summary>«Принято»: the deputy has taken the report up; what is still owed may be reported again.</summary>
/// <param name="Answer">To the class teacher.</param>
public sealed record SettleReport(ReportId Report, string? Answer) : Command;

public sealed record ReportSettled(ReportId Report, ClassId Class, string? Answer) : JournalEvent
{
    protected override Concern Concerned => new(Class: Class);
}

public sealed record UnknownReport(ReportId Report) : Refusal;

/// <summary>Somebody was faster, with another answer.</summary>
public sealed record ReportSettledAlready : Refusal;

/// <summary>A report with what became of it.</summary>
/// <param name="Settled">Null while it is open.</param>
public sealed record ReportCard(
    ReportId Id,
    ClassId Class,
    ImmutableArray<Omission> Lines,
    string? Note,
    LessonStamp Made,
    LessonStamp? Settled,
    string? Answer
);

public static partial class OmissionRules
{
    public static Decision Decide(SettleReport command, ReportCard now)
    {
        if (Unfit(command.Answer) is { } unfit)
            return unfit;
        if (now.Settled is not { } settled)
            return new ReportSettled(now.Id, now.Class, Trimmed(command.Answer));

        return now.Answer == Trimmed(command.Answer) ? Decision.Already(settled.Version) : new ReportSettledAlready();
    }
}
