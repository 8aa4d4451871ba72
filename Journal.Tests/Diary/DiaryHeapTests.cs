using Journal.Tests.Support;
using Xunit.Abstractions;

namespace Journal.Tests.Diary;

public sealed class DiaryHeapTests(ITestOutputHelper output)
{
    private const int Ceiling = 120 << 10;

    /// <summary>A whole school of families may have the diary open.</summary>
    [Fact]
    public async Task An_open_diary_costs_little_memory()
    {
        var bytes = await OpenPage.Weigh(OpenPage.Diary);

        output.WriteLine($"{bytes / 1024.0:0.0} KiB a page");
        Assert.InRange(bytes, 1, Ceiling);
    }
}
