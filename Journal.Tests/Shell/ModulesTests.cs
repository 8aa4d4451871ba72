using System.Text.RegularExpressions;
using Journal.Tests.Support;
using Journal.Web.Shell;

namespace Journal.Tests.Shell;

public sealed partial class ModulesTests
{
    [Fact]
    public void The_head_of_a_grid_page_names_every_module_that_the_grid_imports()
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        var next = new Queue<string>(["grid.js"]);
        while (next.TryDequeue(out var module))
        {
            if (!found.Add(module))
                continue;
            foreach (Match import in Import().Matches(Repository.Read($"Journal.Web/wwwroot/{module}")))
                next.Enqueue(import.Groups["name"].Value);
        }

        Assert.True(found.Count > 10);
        Assert.Equal(found.Order(StringComparer.Ordinal), Modules.Grid.Order(StringComparer.Ordinal));
    }

    [GeneratedRegex(@"from '\./(?<name>[\w-]+\.js)'", RegexOptions.None, 1000)]
    private static partial Regex Import();
}
