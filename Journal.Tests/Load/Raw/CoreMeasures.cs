namespace Journal.Load.Raw;

/// <summary>The core alone, in this process, against a raw baseline.</summary>
internal static class CoreMeasures
{
    public static async Task<int> Run(string[] args)
    {
        if (args is not [("lane" or "page" or "feed" or "all") and var what])
            return 2;

        await using var school = await LoadSchool.Make();
        if (what is "lane" or "all")
            await LaneMeasure.Run(school);
        if (what is "page" or "all")
            PageMeasure.Run(school);
        if (what is "feed" or "all")
            await FeedMeasure.Run();
        return 0;
    }
}
