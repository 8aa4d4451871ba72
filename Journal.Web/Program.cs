using Journal.Core.Demo;
using Journal.Web.Accounts;
using Journal.Web.Hosting;

return await Verbs.Run(args, SchoolVerbs.All(Console.Out), Serve, Console.Out, Console.Error);

static async Task Serve(string[] args)
{
    var builder = JournalWeb.Builder(args);
    var folder = DataFolder.Open(builder.Configuration.Journal().Data);
    builder.AddJournalWeb(folder);

    await using var app = builder.Build();
    app.UseJournalWeb();

    var size = app.Services.GetRequiredService<JournalOptions>().DemoSize;
    await app.OpenSchool(size == DemoSize.Large ? DemoVariant.LargeNow : DemoVariant.Small);
    await app.Begin(CancellationToken.None);
    app.Services.GetRequiredService<AccountsStart>().Announce(app.Address(), Console.Out);
    await app.WaitForShutdownAsync(CancellationToken.None);
}

/// <summary>So that tests can start the whole program.</summary>
public partial class Program;
