namespace Journal.Core.Demo;

/// <summary>Chance that is the same on every machine: SplitMix64 started from what is being drawn, so no draw depends on another.</summary>
internal struct DemoRandom
{
    private ulong _state;

    private DemoRandom(ulong state) => _state = state;

    public static DemoRandom For(int seed, DemoDraw draw, int a = 0, int b = 0)
    {
        var random = new DemoRandom(((ulong)(uint)seed << 32) | (uint)draw);
        random = new DemoRandom(random.Next() ^ (((ulong)(uint)a << 32) | (uint)b));

        return new DemoRandom(random.Next());
    }

    public ulong Next()
    {
        var z = _state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;

        return z ^ (z >> 31);
    }

    /// <summary>0 … limit − 1.</summary>
    public int Below(int limit) => (int)((Next() >> 32) * (ulong)limit >> 32);

    public bool Chance(double probability) => Unit() < probability;

    public double Unit() => (Next() >> 11) * (1.0 / (1UL << 53));

    /// <summary>A bell curve around 0 with deviation 1: twelve dice, as good as needed and the same everywhere.</summary>
    public double Bell()
    {
        var sum = 0.0;
        for (var i = 0; i < 12; i++)
            sum += Unit();

        return sum - 6;
    }

    public T Of<T>(IReadOnlyList<T> choices) => choices[Below(choices.Count)];
}

/// <summary>What a draw is for: two draws about the same thing must not give the same numbers.</summary>
internal enum DemoDraw
{
    Families,
    Staff,
    Timetable,
    Taste,
    Illness,
    Lesson,
    Elective,
    Owed,
}
