using Journal.Core.Basics;

namespace Journal.Core.Courses;

/// <summary>Closes a term for a class: its pages can only be read from then on.</summary>
public sealed record LockTerm(TermId Term, ClassId Class) : Command;

public sealed record TermLocked(TermId Term, ClassId Class) : JournalEvent, ISealsTheLog
{
    protected override Concern Concerned => new(Class: Class);
}

public sealed record UnlockTerm(TermId Term, ClassId Class) : Command;

public sealed record TermUnlocked(TermId Term, ClassId Class) : JournalEvent
{
    protected override Concern Concerned => new(Class: Class);
}

public sealed record UnknownTerm(TermId Term) : Refusal;

public sealed record UnknownClass(ClassId Class) : Refusal;
