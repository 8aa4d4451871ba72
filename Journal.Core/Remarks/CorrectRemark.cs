using Journal.Core.Basics;

namespace Journal.Core.Remarks;

/// <param name="Expected">The version of the remark that was on the screen.</param>
public sealed record CorrectRemark(RemarkId Remark, RemarkKind Kind, string Text, long Expected) : Command;

/// <summary>Takes it back: families no longer see it, the history keeps it.</summary>
public sealed record WithdrawRemark(RemarkId Remark, long Expected) : Command;

public sealed record RemarkCorrected(Remark Remark, RemarkWords Before, RemarkWords After) : JournalEvent, IBesidePages
{
    protected override Concern Concerned => Remark.Concern;
}

public sealed record RemarkWithdrawn(Remark Remark, RemarkWords Before) : JournalEvent, IBesidePages
{
    protected override Concern Concerned => Remark.Concern;
}

/// <summary>Somebody was faster: what it says now, or that it was withdrawn.</summary>
public sealed record RemarkConflict(RemarkCard Now) : Refusal, IConflict;

public static partial class RemarkRules
{
    public static Decision Decide(CorrectRemark command, RemarkCard now)
    {
        if (Unfit(command.Kind, command.Text) is { } unfit)
            return unfit;

        var wanted = Words(command.Kind, command.Text);
        if (now.Words == wanted && !now.IsWithdrawn)
            return Decision.Already(now.Version);
        if (now.IsWithdrawn || now.Version != command.Expected)
            return new RemarkConflict(now);

        return new RemarkCorrected(now.Remark, now.Words, wanted);
    }

    public static Decision Decide(WithdrawRemark command, RemarkCard now)
    {
        if (now.IsWithdrawn)
            return Decision.Already(now.Version);
        if (now.Version != command.Expected)
            return new RemarkConflict(now);

        return new RemarkWithdrawn(now.Remark, now.Words);
    }
}
