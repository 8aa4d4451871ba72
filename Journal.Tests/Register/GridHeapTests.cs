using Journal.Tests.Support;
using Xunit.Abstractions;

namespace Journal.Tests.Register;

public sealed class GridHeapTests(ITestOutputHelper output)
{
    private const int Ceiling = 1 << 20;

    [Fact]
    public async Task An_open_grid_stays_under_its_ceiling()
    {
        var bytes = await OpenPage.Weigh(OpenPage.Grid);

        output.WriteLine($"{bytes / 1024.0:0.0} KiB a page");
        Assert.InRange(bytes, 1, Ceiling);
    }
}
