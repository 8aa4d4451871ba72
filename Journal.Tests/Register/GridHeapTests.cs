using Journal.Tests.Support;
using Xunit.Abstractions;

namespace Journal.Tests.Register;

[Collection(Alone.Name)]
public sealed class GridHeapTests(FullPage school, ITestOutputHelper output) : IClassFixture<FullPage>
{
    // The goal itself.
    private const int Ceiling = 1 << 20;

    /// <summary>34 students × 40 lessons with a mark in every cell, each staff page in a circuit of its own.</summary>
    [Fact]
    public async Task An_open_grid_stays_under_its_ceiling()
    {
        await school.Fill();
        using var weighing = new Weighing(school, "teacher", "journal/10", pages: 10);

        var (page, otherEnd) = await weighing.Weigh();

        output.WriteLine($"{page / 1024.0:0.0} KiB a page, without {otherEnd / 1024.0:0.0} of the other end");
        Assert.InRange(page, 1, Ceiling);
    }
}
