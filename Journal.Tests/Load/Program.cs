using Journal.Load;

Console.OutputEncoding = System.Text.Encoding.UTF8;
if (args is not [("lane" or "page" or "feed" or "all") and var what])
{
    Console.WriteLine(
        """
        Measures the core against a raw baseline in the same run, on the demo school in a folder of its own.

          dotnet run -c Release --project Journal.Tests/Load -- lane   edits/s through the lane against raw group commit
          dotnet run -c Release --project Journal.Tests/Load -- page   reading a journal page, from memory and from the file
          dotnet run -c Release --project Journal.Tests/Load -- feed   one change to 1,500 listeners
          dotnet run -c Release --project Journal.Tests/Load -- all
        """
    );
    return args is [] or ["--help"] ? 0 : 2;
}

await using var school = await LoadSchool.Make();
if (what is "lane" or "all")
    await LaneMeasure.Run(school);
if (what is "page" or "all")
    PageMeasure.Run(school);
if (what is "feed" or "all")
    await FeedMeasure.Run();
return 0;
