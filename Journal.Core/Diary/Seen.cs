namespace Journal.Core.Diary;

/// <summary>
/// How far somebody has seen a student's diary. Leaving a page moves it only after a pause: whoever loads the page again, or goes on to the next
/// one, has not left, and what was new a moment ago is still to be found.
/// </summary>
/// <param name="Upto">The last change before this visit; null when the diary has never been looked at.</param>
/// <param name="Leaving">The last change on the page that was left, and when that was.</param>
public sealed record Seen(long? Upto, (long Seq, DateTimeOffset At)? Leaving = null)
{
    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    public static readonly Seen Never = new(Upto: null);

    /// <summary>Nothing shown so far is new any more.</summary>
    public Seen Confirm(long seq) => new(Max(Upto, seq));

    public Seen Leave(long seq, DateTimeOffset now) => Settle(now) with { Leaving = (Math.Max(seq, Leaving?.Seq ?? 0), now) };

    /// <summary>A page is looked at: a visit that ended long enough ago is over, one that ended just now goes on.</summary>
    public Seen Look(DateTimeOffset now) => Settle(now) with { Leaving = null };

    /// <summary>The visit that was left is over once the pause is.</summary>
    public Seen Settle(DateTimeOffset now) => Leaving is { } left && now - left.At >= Pause ? new(Max(Upto, left.Seq)) : this;

    private static long Max(long? upto, long seq) => Math.Max(upto ?? 0, seq);
}
