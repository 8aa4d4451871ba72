namespace Journal.Core.Basics;

/// <summary>A wish to change the journal. Its id is made by whoever wishes (UUIDv7), so that it can be sent again without harm.</summary>
public abstract record Command
{
    [System.Text.Json.Serialization.JsonIgnore]
    public Guid CommandId { get; init; } = Guid.CreateVersion7();
}

/// <summary>A named reason a command was turned down. Carries facts; the wording lives in Journal.Web.</summary>
public abstract record Refusal;

/// <summary>A refusal because somebody was quicker: it carries what stands there now.</summary>
public interface IConflict;

/// <summary>What the rules said: facts to record, nothing to record because it is so already, or a refusal.</summary>
public sealed record Decision
{
    private Decision(IReadOnlyList<JournalEvent> events, Refusal? refusal, long already) =>
        (Events, Refusal, AlreadySince) = (events, refusal, already);

    public IReadOnlyList<JournalEvent> Events { get; }

    public Refusal? Refusal { get; }

    /// <summary>When there is nothing to record: the Seq that made it so.</summary>
    public long AlreadySince { get; }

    public static Decision Already(long since) => new([], null, since);

    public static Decision Facts(IReadOnlyList<JournalEvent> events) => new(events, null, 0);

    public static implicit operator Decision(JournalEvent fact) => new([fact], null, 0);

    public static implicit operator Decision(Refusal refusal) => new([], refusal, 0);
}

/// <summary>Who asks.</summary>
public readonly record struct Actor(PersonId Person);
