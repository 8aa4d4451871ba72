using Journal.Web.Texts;
using Microsoft.Data.Sqlite;

namespace Journal.Web.Hosting;

/// <summary>A word on the command line instead of the web: what it is called, what it wants, what it does and exits with.</summary>
public sealed record Verb(string Name, string[] Wants, Func<string[], string[], Task<int>> Do)
{
    public bool Accepts(string[] words) => words.Length == Wants.Length;
}

/// <summary>
/// Without a word the program serves the web; with a known one it does that and exits (0 done, 1 found or refused, 2 misunderstood).
/// Settings (--Journal:Data …) may stand anywhere and are handed on.
/// </summary>
public static class Verbs
{
    public const int Done = 0;
    public const int Refused = 1;
    public const int Misunderstood = 2;

    // Read-only, input/output, corrupt, full, cannot open, not a database: the technician's news. Any other is a mistake of ours.
    private static readonly int[] OfTheFile = [8, 10, 11, 13, 14, 26];

    public static async Task<int> Run(
        string[] args,
        IReadOnlyList<Verb> verbs,
        Func<string[], Task> web,
        TextWriter output,
        TextWriter errors
    )
    {
        var (words, settings) = Split(args);
        if (args.Contains("--help") || args.Contains("-h"))
            return Help(output, Done);

        try
        {
            if (words.Length == 0)
            {
                await web(settings);
                return Done;
            }

            return Find(verbs, words) is var (verb, rest) ? await verb.Do(rest, settings) : Help(errors, Misunderstood);
        }
        catch (CannotStart reason)
        {
            return await Say(reason, errors);
        }
        catch (SqliteException damaged) when (OfTheFile.Contains(damaged.SqliteErrorCode))
        {
            return await Say(CannotStart.Because(nameof(Words.StartFileUnusable), damaged.Message), errors);
        }
        catch (InvalidDataException damaged)
        {
            return await Say(CannotStart.Because(nameof(Words.StartFileUnusable), damaged.Message), errors);
        }
    }

    private static async Task<int> Say(CannotStart reason, TextWriter errors)
    {
        await errors.WriteLineAsync(reason.Russian);
        await errors.WriteLineAsync(reason.English);
        return Refused;
    }

    // "demo large" is one verb of two words.
    private static (Verb, string[])? Find(IReadOnlyList<Verb> verbs, string[] words)
    {
        foreach (var verb in verbs)
        {
            var name = verb.Name.Split(' ');
            if (words.AsSpan().StartsWith(name) && verb.Accepts(words[name.Length..]))
                return (verb, words[name.Length..]);
        }

        return null;
    }

    /// <summary>"--key value" and "--key=value" are settings; what is left are words.</summary>
    internal static (string[] Words, string[] Settings) Split(string[] args)
    {
        List<string> words = [];
        List<string> settings = [];
        for (var i = 0; i < args.Length; i++)
        {
            if (!args[i].StartsWith("--", StringComparison.Ordinal))
                words.Add(args[i]);
            else if (args[i].Contains('=') || i + 1 == args.Length)
                settings.Add(args[i]);
            else
                settings.AddRange([args[i], args[++i]]);
        }

        return ([.. words], [.. settings]);
    }

    private static int Help(TextWriter to, int code)
    {
        StartTexts.Say(to, nameof(Words.StartHelp));
        return code;
    }
}
