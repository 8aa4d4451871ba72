using System.Collections.Immutable;
using Journal.Core.Basics;

namespace Journal.Core.School;

/// <summary>The deadlines that one order has set, from a day on.</summary>
/// <param name="Order">Its number.</param>
public sealed record RegulationVersion(DateOnly From, string Order, DateOnly OrderDate, ImmutableArray<DeadlineRule> Rules)
{
    /// <summary>The most particular of the rules that fit; null when the school sets no time for such a record.</summary>
    public DeadlineRule? RuleFor(RecordKind kind, int grade, WorkTypeId? type = null, WorkForm? form = null) =>
        Rules.Where(rule => rule.Covers(kind, grade, type, form)).MaxBy(rule => rule.Particularity);

    // An array is equal to itself only: two orders that say the same would differ.
    public bool Equals(RegulationVersion? other) =>
        other is not null && (From, Order, OrderDate) == (other.From, other.Order, other.OrderDate) && Rules.SequenceEqual(other.Rules);

    public override int GetHashCode() => HashCode.Combine(From, Order, OrderDate, Rules.Length);
}

/// <summary>The school's own regulation: data, never code. Old records are judged by the rules of their day.</summary>
/// <param name="Versions">By the day each takes effect.</param>
public sealed partial record Regulation(ImmutableArray<RegulationVersion> Versions)
{
    public static readonly Regulation None = new([]);

    /// <summary>The version that judges what happened on this day; null before the first one.</summary>
    public RegulationVersion? On(DateOnly day) => Versions.LastOrDefault(version => version.From <= day);

    /// <summary>With this version, in place of the one from the same day.</summary>
    public Regulation With(RegulationVersion version) =>
        new([.. Versions.Where(one => one.From != version.From).Append(version).OrderBy(one => one.From)]);

    public bool Equals(Regulation? other) => other is not null && Versions.SequenceEqual(other.Versions);

    public override int GetHashCode() => Versions.Length;
}

/// <summary>When the last version was adopted: the Seq of that change (0 if none ever was), its author and moment.</summary>
public sealed record RegulationStamp(long Version, PersonId By, DateTimeOffset At)
{
    public static readonly RegulationStamp Never = new(0, default, default);
}
