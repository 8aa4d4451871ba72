using Journal.Core.Basics;

namespace Journal.Core.People;

/// <summary>Opens a student's diary to a guardian from a day on (R2).</summary>
public sealed record LinkGuardian(PersonId Guardian, StudentId Student, DateOnly From) : Command;

public sealed record GuardianLinked(PersonId Guardian, StudentId Student, DateOnly From) : JournalEvent
{
    protected override Concern Concerned => new(Person: Guardian);
}

/// <summary>Closes it: the day given is the first one without access.</summary>
public sealed record UnlinkGuardian(PersonId Guardian, StudentId Student, DateOnly Until) : Command;

public sealed record GuardianUnlinked(PersonId Guardian, StudentId Student, DateOnly From, DateOnly Until) : JournalEvent
{
    protected override Concern Concerned => new(Person: Guardian);
}

public sealed record NotAGuardian(PersonId Guardian, StudentId Student) : Refusal;
