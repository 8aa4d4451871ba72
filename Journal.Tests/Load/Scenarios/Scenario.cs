namespace Journal.Load.Scenarios;

/// <summary>One scenario from an empty server to the last line of its table.</summary>
internal static class Scenario
{
    /// <summary>0: nothing was lost. 1: something was. Missed goals are said in the table and no failure: machines differ.</summary>
    public static async Task<int> Run(LoadOptions options, string arrives, Func<Run, Task> scenario)
    {
        await using var run = await Scenarios.Run.Begin(options, arrives);
        try
        {
            await scenario(run);
        }
        catch (Exception wrong)
        {
            // What was found until then is told all the same.
            run.Report.Lose(wrong.ToString());
        }

        run.Report.Print(Console.Out);
        if (options.Json is { } path)
            run.Report.Write(path);
        return run.Report.Losses.Count == 0 ? 0 : 1;
    }
}

internal static class Help
{
    public static string Text(IEnumerable<(string Name, string Says)> scenarios) =>
        $"""
            Puts a server on this machine under load, without a browser, and measures it against what the machine can do.

              dotnet run -c Release --project Journal.Tests/Load -- SCENARIO [options]

            {string.Join('\n', scenarios.Select(one => $"  {one.Name, -17}{one.Says}"))}
              core lane|page|feed|all   the core alone, in this process

            Without options it starts the real server on the large demonstration, on a free port, and ends only what it started.

              --short               small numbers on the small demonstration, under a minute: is the instrument whole, is anything lost
              --small               the scenario's numbers on the small demonstration
              --url URL             a server that runs already, on this machine, on the large demonstration
              --program FILE        a published Journal.Web.dll instead of the one that was built beside
              --data FOLDER         where filled schools are kept between runs (default: the temporary folder)
              --json FILE           the table for programs
              --staff N --readers N --hub N --teachers N --rate R --seconds S --sign-ins N
                                    other numbers: staff pages, diaries, programs on the hub, typing teachers, edits a second of each,
                                    length, sign-ins a second beside it

            The last lines say what was lost; then the exit code is 1. Missed goals are marked and change no exit code.
            """;
}
