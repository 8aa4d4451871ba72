using System.Collections.Immutable;
using Journal.Core.Basics;
using Journal.Core.School;

namespace Journal.Core.Register;

/// <summary>A slot of a class's day: how many lessons stand in it (subgroups), and of how many the roll was taken.</summary>
public sealed record MorningSlot(int Number, Bell? Bell, int Lessons, int Taken)
{
    public bool IsTaken => Taken == Lessons;
}

/// <summary>A class on the running day, as far as its teachers have said by now.</summary>
/// <param name="Present">At the last lesson somebody has said something about.</param>
/// <param name="Unknown">Absent, and nobody has given the reason.</param>
/// <param name="Unsaid">Of whom no lesson says anything yet.</param>
public sealed record ClassMorning(
    ClassId Class,
    string Name,
    int Students,
    int Present,
    int Ill,
    int Valid,
    int Unknown,
    int Late,
    int Unsaid,
    ImmutableArray<MorningSlot> Slots
);

/// <summary>The school's morning, class by class.</summary>
public sealed record SchoolMorning(DateOnly Date, ImmutableArray<ClassMorning> Classes);
