using Journal.Core.Demo;
using Journal.Core.Persistence;
using Journal.Core.Writing;
using Journal.Web.Accounts;
using Journal.Web.Texts;

namespace Journal.Web.Hosting;

/// <summary>What happens to the school's file before the first request.</summary>
public static class SchoolOpening
{
    /// <summary>Brings the file to this version, opens the accounts, and in demo mode fills a school where there is none of today.</summary>
    public static async Task OpenSchool(this WebApplication app, DemoVariant variant)
    {
        var services = app.Services;
        var folder = services.GetRequiredService<DataFolder>();
        var isDemo = services.GetRequiredService<JournalOptions>().Demo;
        var demo = services.GetRequiredService<DemoSchoolFile>();
        if (isDemo)
            demo.ClearIfOld();
        else
            demo.RefuseToBeTakenForReal();

        folder.CheckJournalIsNotMissing();
        var file = services.GetRequiredService<SchoolFile>();
        if (file.IsOfALaterVersion())
            throw CannotStart.Because(nameof(Words.StartLaterVersion), file.Path);

        file.Prepare(folder.Backups);
        await services.GetRequiredService<AccountsStart>().Run(CancellationToken.None);
        if (isDemo)
            await demo.Fill(
                services.GetRequiredService<JournalWriter>(),
                services.GetRequiredService<DemoAccounts>(),
                variant,
                CancellationToken.None
            );
    }
}
