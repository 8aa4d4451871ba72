using Journal.Core.Basics;
using Journal.Core.Writing;

namespace Journal.Core.Demo;

/// <summary>Fills an empty journal with the demo school, through the one door and in order.</summary>
public static class DemoSeed
{
    // Nobody else is waiting for the lane yet.
    private const int Chunk = 2000;

    private static readonly Guid CommandId = new("0198e0d2-0000-7000-8000-00000000de30");

    /// <summary>Writes the school up to the clock's moment (a whole year: the last one that is over) and tells who its people are.</summary>
    public static async Task<DemoSchool> Run(JournalWriter writer, SchoolClock clock, DemoVariant variant, CancellationToken ct = default)
    {
        var moment = Moment(clock, variant);
        var school = DemoSchool.Build(variant, DateOnly.FromDateTime(moment));
        await writer.Bulk(CommandId, new DemoChronicle(school, clock).Facts(moment), Chunk, ct);

        return school;
    }

    private static DateTime Moment(SchoolClock clock, DemoVariant variant) =>
        variant.WholeYear
            ? DemoYear.LastDayOfLastYear(clock.Today).ToDateTime(TimeOnly.MaxValue)
            : TimeZoneInfo.ConvertTime(clock.Now, clock.Zone).DateTime;
}
