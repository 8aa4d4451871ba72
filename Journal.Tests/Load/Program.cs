using Journal.Load.Raw;
using Journal.Load.Scenarios;

namespace Journal.Load;

// Not at the top level: the tests know this program and the server's, and two of that name.
internal static class Program
{
    private static readonly (string Name, string Says, Func<Run, Task> Do)[] Scenarios =
    [
        ("morning", MorningScenario.Arrives, MorningScenario.Run),
        ("lesson", LessonScenario.Arrives, LessonScenario.Run),
        ("hot-page", HotPageScenario.Arrives, HotPageScenario.Run),
        ("announcement", AnnouncementScenario.Arrives, AnnouncementScenario.Run),
        ("reconnect-storm", StormScenario.Arrives, StormScenario.Run),
        ("soak", SoakScenario.Arrives, SoakScenario.Run),
    ];

    private static async Task<int> Main(string[] args)
    {
        Console.OutputEncoding = System.Text.Encoding.UTF8;
        if (args is ["core", ..])
            return await CoreMeasures.Run(args[1..]);
        if (LoadOptions.Of(args) is { Scenario: "year" } year)
            return await YearScenario.Run(year);
        if (LoadOptions.Of(args) is { } options && Array.Find(Scenarios, one => one.Name == options.Scenario) is { Do: not null } scenario)
            return await Scenario.Run(options, scenario.Says, scenario.Do);

        Console.WriteLine(Help.Text([.. Scenarios.Select(one => (one.Name, one.Says)), ("year", YearScenario.Arrives)]));
        return args is [] or ["--help"] ? 0 : 2;
    }
}
