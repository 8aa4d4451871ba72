using System.Runtime.InteropServices;
using Journal.Core.Basics;
using Journal.Core.School;

namespace Journal.Core.Diary;

public enum NewsKind
{
    None,
    New,
    Changed,
    Removed,
}

/// <summary>What has happened to a cell since the family's last visit; <c>Was</c> is what a changed or removed one held before.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct News(NewsKind Kind, string? Was = null)
{
    public static readonly News None = default;
    public static readonly News New = new(NewsKind.New);

    public static News Changed(string was) => new(NewsKind.Changed, was);

    public static News Removed(string was) => new(NewsKind.Removed, was);
}

/// <summary>A fact about a cell as families may know it; "" is an empty cell. One of a hidden column is not shown to them.</summary>
public sealed record CellFact(long Seq, DateTimeOffset At, PersonId By, string Before, string After, bool Shown);

public static class CellNews
{
    /// <summary>
    /// Compares what the family has seen with what is there now. A teacher's own correction within the grace time is the same mark put right, not
    /// a change (hard day 2): the family is shown what is right, and never the slip.
    /// </summary>
    /// <param name="facts">All facts of the cell, oldest first. Those before the visit may be left out when the first after it fills an empty cell.</param>
    /// <param name="seen">The last change before the visit.</param>
    public static News Of(IReadOnlyList<CellFact> facts, long seen, GraceTime grace)
    {
        var shown = facts.Where(fact => fact.Shown).ToList();
        var first = shown.FindIndex(fact => fact.Seq > seen);
        if (first < 0)
            return News.None;

        var (was, now) = (first > 0 ? shown[first - 1].After : shown[first].Before, shown[^1].After);
        if (was == now)
            return News.None;

        var meant = Corrected(shown, first, was, grace);
        if (now.Length == 0)
            return meant.Length == 0 ? News.None : News.Removed(meant);

        return meant.Length == 0 || meant == now ? News.New : News.Changed(meant);
    }

    // What was meant all along: the value seen, put right by the corrections that came in time.
    private static string Corrected(List<CellFact> shown, int first, string was, GraceTime grace)
    {
        var meant = was;
        CellFact? put = null;
        for (var i = 0; i < shown.Count; i++)
        {
            var fact = shown[i];
            var isCorrection = fact.Before.Length > 0;
            if (i >= first && (isCorrection ? !IsInTime(fact, put, grace) : meant.Length > 0))
                return meant;

            if (!isCorrection)
                put = fact;
            else if (i >= first)
                meant = fact.After;
        }

        return meant;
    }

    private static bool IsInTime(CellFact correction, CellFact? put, GraceTime grace) =>
        put is not null && grace.Covers(put.By, put.At, correction.By, correction.At);
}
