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
        configuration.GetSection(JournalOptions.Section).Get<JournalOptions>() ?? new();
}
