using Journal.Tests.Support;
using Xunit.Abstractions;

namespace Journal.Tests.Diary;

[Collection(Alone.Name)]
public sealed class DiaryHeapTests(ApiSchool school, ITestOutputHelper output) : IClassFixture<ApiSchool>
{
    private const int Ceiling = 120 << 10;

    /// <summary>A whole school of families may have the diary open.</summary>
    [Fact]
    public async Task An_open_diary_costs_little_memory()
    {
        using var weighing = new Weighing(school, "parent", "diary/21", pages: 60);

        var (page, otherEnd) = await weighing.Weigh();

        output.WriteLine($"{page / 1024.0:0.0} KiB a page, without {otherEnd / 1024.0:0.0} of the other end");
        Assert.InRange(page, 1, Ceiling);
    }
}
