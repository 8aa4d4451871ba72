using System.Collections.Immutable;
using Journal.Core.Basics;

namespace Journal.Core.School;

/// <summary>The timetable has been changed, which everybody hears; the cards and lessons that became others are facts of their own.</summary>
/// <param name="To">The last day; null for good.</param>
/// <param name="Classes">Whose lessons are others now, in order.</param>
public sealed record TimetableChanged(DateOnly From, DateOnly? To, string Note, ImmutableArray<ClassId> Classes) : JournalEvent
{
    /// <summary>Of the same wording, for the same classes.</summary>
    public bool Equals(TimetableChanged? other) =>
        other is not null
        && (From, To, Note) == (other.From, other.To, other.Note)
        && Classes.AsSpan().SequenceEqual(other.Classes.AsSpan());

    public override int GetHashCode() => HashCode.Combine(From, To, Note, Classes.Length);
}

/// <summary>A change of the timetable, its Seq, author and moment.</summary>
public sealed record TimetableChangeNow(TimetableChanged What, long Version, PersonId By, DateTimeOffset At);
