namespace Journal.Web.Hosting;

/// <summary>What lies where in the data folder.</summary>
public sealed record DataPaths(string Root)
{
    public string Database => Path.Combine(Root, "journal.db");

    public string Checkpoints => Path.Combine(Root, "checkpoints.txt");

    public string Keys => Path.Combine(Root, "keys");

    public string CheckpointKey => Path.Combine(Keys, "checkpoints.pem");

    public string Logs => Path.Combine(Root, "logs");

    public string Backups => Path.Combine(Root, "backups");

    public string Lock => Path.Combine(Root, ".lock");

    /// <summary>Absolute, or beside the program: never beside whoever started it.</summary>
    public static DataPaths Of(string configured) => new(Path.GetFullPath(configured, AppContext.BaseDirectory));
}
