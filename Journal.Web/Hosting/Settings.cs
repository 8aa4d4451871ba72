using Journal.Web.Texts;

namespace Journal.Web.Hosting;

public static class Settings
{
    /// <summary>The program may be started from any folder: its settings file lies beside it, not in the current folder.</summary>
    public static void ReadBesideTheProgram(this ConfigurationManager configuration, string[] args)
    {
        configuration.AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"), optional: true);
        configuration.AddEnvironmentVariables();
        configuration.AddCommandLine(args);
    }

    public static JournalOptions Journal(this IConfiguration configuration) =>
        Understood(() => configuration.GetSection(JournalOptions.Section).Get<JournalOptions>() ?? new());

    public static void Understood(Action read) =>
        Understood(() =>
        {
            read();
            return true;
        });

    /// <summary>What somebody wrote into a setting is theirs to put right: they are told where, not shown our stack.</summary>
    public static T Understood<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception wrong) when (wrong is InvalidDataException or InvalidOperationException or FormatException)
        {
            throw NotUnderstood(wrong);
        }
    }

    public static CannotStart NotUnderstood(Exception wrong)
    {
        var reasons = new List<string>();
        for (var reason = wrong; reason is not null; reason = reason.InnerException)
            reasons.Add(reason.Message.ReplaceLineEndings(" "));

        return CannotStart.Because(nameof(Words.StartSettingsWrong), string.Join(" ", reasons.Distinct(StringComparer.Ordinal)));
    }
}
