using Journal.Core.Demo;

namespace Journal.Load.Server;

/// <summary>The data folder of a run: a copy of a school that is filled once and kept between runs, gone with the run.</summary>
internal sealed class LoadFolder : IDisposable
{
    private LoadFolder(string path) => Path = path;

    public string Path { get; }

    public string Database => System.IO.Path.Combine(Path, "journal.db");

    /// <param name="kept">Where the filled school is kept.</param>
    /// <param name="program">As the server's.</param>
    public static async Task<LoadFolder> Prepare(string kept, bool isLarge, string? program)
    {
        var name = isLarge ? "large" : "small";
        // Another edition of the program invents another school, and what is known of its people here would not fit.
        var edition = typeof(DemoSchool).Assembly.ManifestModule.ModuleVersionId.ToString("N")[..8];
        var school = System.IO.Path.Combine(kept, $"{name}-{edition}");
        if (!File.Exists(System.IO.Path.Combine(school, "demo.json")))
        {
            Console.WriteLine($"filling the {name} school in {school}; it is kept there for the next run");
            await using var server = await LoadServer.Start(Directory.CreateDirectory(school).FullName, isLarge, program);
            await server.Stop();
        }

        var folder = new LoadFolder(Directory.CreateTempSubdirectory("journal-load-").FullName);
        Copy(school, folder.Path);
        return folder;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from))
            File.Copy(file, System.IO.Path.Combine(to, System.IO.Path.GetFileName(file)));
        foreach (var folder in Directory.EnumerateDirectories(from))
            Copy(folder, Directory.CreateDirectory(System.IO.Path.Combine(to, System.IO.Path.GetFileName(folder))).FullName);
    }
}
