using Journal.Core.Basics;

namespace Journal.Core.School;

/// <summary>How long a teacher's own slip of the finger is corrected without families seeing «2 → 5»; the log keeps it (hard day 2).</summary>
public sealed record GraceTime(TimeSpan Length)
{
    public static readonly GraceTime Default = new(TimeSpan.FromMinutes(10));

    // Counted from the first value, not from the last correction: a chain of corrections must not stretch it.
    public bool Covers(PersonId author, DateTimeOffset firstPut, PersonId corrector, DateTimeOffset now) =>
        author == corrector && now >= firstPut && now - firstPut <= Length;
}
