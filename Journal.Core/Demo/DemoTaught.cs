using Journal.Core.Basics;

namespace Journal.Core.Demo;

/// <summary>What the timetable places: courses taught at one time, with the classes and teachers they occupy.</summary>
/// <param name="First">Opens the week: «Разговоры о важном» on Monday, first lesson.</param>
/// <param name="AfterHours">An individual plan comes after the class has gone home.</param>
/// <param name="HalfHour">Every second week: then it must be the day's last, or the other week would have a gap.</param>
/// <param name="AtEnd">Not every student of the class takes it: first or last keeps gaps away from the others.</param>
internal sealed record DemoTaught(
    IReadOnlyList<CourseId> Courses,
    int[] Classes,
    int[] Teachers,
    int Lessons,
    bool First,
    bool AfterHours,
    bool HalfHour,
    bool AtEnd
)
{
    public int Weight => Classes.Length + Teachers.Length + Lessons;

    public bool MayBe(int day, int number, int classLessons)
    {
        if (First)
            return day == 0 && number == 0;
        if (AfterHours)
            return number == classLessons;
        if (HalfHour || AtEnd)
            return number == classLessons - 1;

        return number < classLessons;
    }
}

/// <summary>One lesson a week of it, and where it stands now.</summary>
internal sealed class DemoPlacing(DemoTaught taught, ulong allowed)
{
    public DemoTaught Taught { get; } = taught;

    public ulong Allowed { get; } = allowed;

    public int Slot { get; set; } = -1;

    public int Pushed { get; set; }
}

/// <summary>Who is busy when.</summary>
internal sealed class DemoSlots(int classes, int teachers, int slots)
{
    private readonly DemoPlacing?[,] _classes = new DemoPlacing?[classes, slots];
    private readonly DemoPlacing?[,] _teachers = new DemoPlacing?[teachers, slots];

    public void Collect(DemoTaught taught, int slot, HashSet<DemoPlacing> into)
    {
        // After hours the class is gone: its day's end is the same for all of it.
        foreach (var c in taught.Classes)
            if (_classes[c, slot] is { } placing)
                into.Add(placing);

        foreach (var t in taught.Teachers)
            if (_teachers[t, slot] is { } placing)
                into.Add(placing);
    }

    public void Put(DemoPlacing placing, int slot) => Mark(placing, slot, placing);

    public void Take(DemoPlacing placing) => Mark(placing, -1, null);

    private void Mark(DemoPlacing placing, int slot, DemoPlacing? who)
    {
        var at = who is null ? placing.Slot : slot;
        foreach (var c in placing.Taught.Classes)
            _classes[c, at] = who;

        foreach (var t in placing.Taught.Teachers)
            _teachers[t, at] = who;

        placing.Slot = slot;
    }
}
