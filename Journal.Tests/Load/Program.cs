using Journal.Load.Raw;
using Journal.Load.Scenarios;

Console.OutputEncoding = System.Text.Encoding.UTF8;
(string Name, string Says, Func<Run, Task> Do)[] scenarios =
[
    ("morning", MorningScenario.Arrives, MorningScenario.Run),
    ("lesson", LessonScenario.Arrives, LessonScenario.Run),
    ("hot-page", HotPageScenario.Arrives, HotPageScenario.Run),
    ("announcement", AnnouncementScenario.Arrives, AnnouncementScenario.Run),
    ("reconnect-storm", StormScenario.Arrives, StormScenario.Run),
    ("soak", SoakScenario.Arrives, SoakScenario.Run),
];

if (args is ["core", ..])
    return await CoreMeasures.Run(args[1..]);
if (LoadOptions.Of(args) is { Scenario: "year" } year)
    return await YearScenario.Run(year);
if (LoadOptions.Of(args) is { } options && Array.Find(scenarios, one => one.Name == options.Scenario) is { Do: not null } scenario)
    return await Scenario.Run(options, scenario.Says, scenario.Do);

Console.WriteLine(Help.Text([.. scenarios.Select(one => (one.Name, one.Says)), ("year", YearScenario.Arrives)]));
return args is [] or ["--help"] ? 0 : 2;
