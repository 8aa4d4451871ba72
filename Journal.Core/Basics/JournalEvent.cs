using System.Text.Json.Serialization;

namespace Journal.Core.Basics;

/// <summary>A fact that has been decided. It concerns at most one student and names everyone who should hear of it.</summary>
public abstract record JournalEvent
{
    [JsonIgnore]
    public Concern Concern => Concerned;

    // Not public: an override of an ignored property would be written into the log all the same.
    protected virtual Concern Concerned => Concern.School;
}

/// <summary>A fact after which the end of the chain is signed at once: a closed term.</summary>
public interface ISealsTheLog;

/// <summary>A fact that a course's readers, or the whole school, hear and no page holds.</summary>
public interface IBesidePages;

/// <summary>Whom a fact concerns: these four columns of the log are also its audiences; none of them means the whole school.</summary>
public readonly record struct Concern(CourseId? Course = null, ClassId? Class = null, StudentId? Student = null, PersonId? Person = null)
{
    public static readonly Concern School = default;
}

/// <summary>A fact with its place in the one school-wide order, its author and its moment.</summary>
public sealed record Committed(long Seq, DateTimeOffset At, PersonId Actor, JournalEvent Event);

/// <summary>A state together with the last change already folded into it.</summary>
public sealed record Snapshot<T>(long Seq, T State);
