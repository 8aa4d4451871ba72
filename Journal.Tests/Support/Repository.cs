namespace Journal.Tests.Support;

/// <summary>Where the repository lies and what it holds, without what is built or ignored.</summary>
public static class Repository
{
    public static string Root { get; } = FindRoot();

    /// <summary>Files below a folder of the repository, as paths with forward slashes relative to that folder.</summary>
    public static IEnumerable<string> Files(string folder, params string[] endings) =>
        Directory
            .EnumerateFiles(Path.Combine(Root, folder), "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Path.Combine(Root, folder), file).Replace('\\', '/'))
            .Where(file => endings.Any(ending => file.EndsWith(ending, StringComparison.Ordinal)))
            .Where(file => !file.Split('/').Any(part => part is "bin" or "obj"));

    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Journal.sln")))
                return folder.FullName;
        }

        throw new InvalidOperationException("The tests look for Journal.sln above their own folder and did not find it.");
    }
}
