using Journal.Tests.Support;
using Journal.Web.Accounts;
using Journal.Web.Accounts.Storage;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Journal.Tests.Live;

/// <summary>An open page of a session that has ended: its line is cut, and whoever brings it back gets nothing done with it.</summary>
public sealed class EndedCircuitsTests(EndedCircuitsTests.CountingSchool school) : IClassFixture<EndedCircuitsTests.CountingSchool>
{
    [Theory]
    [InlineData("signed out")]
    [InlineData("password changed elsewhere")]
    [InlineData("ended from another browser")]
    [InlineData("frozen")]
    public async Task The_line_is_cut_at_once_and_what_comes_in_afterwards_is_not_done(string how)
    {
        await school.Get<AccountBook>().Unfreeze((await Account()).Id, default);
        var (here, elsewhere) = (await school.NewToken("class-teacher"), await school.NewToken("class-teacher"));
        await using var page = await WatchedPage.Open(school.Address, here, "journal");
        Assert.True(await Goes(page, "class/1"));

        await End(how, here, elsewhere);
        await page.Closed;

        // The browser has signed in once more, and the old page comes back.
        await school.Get<AccountBook>().Unfreeze((await Account()).Id, default);
        await using var again = await WatchedPage.Connect(school.Address, await school.NewToken("class-teacher"));
        Assert.True(await again.TakeUp(page.Secret));
        Assert.False(await Goes(again, "journal"));
        Assert.Contains(again.Scripts, script => script.Contains("journalLine.lost"));
    }

    [Fact]
    public async Task A_page_whose_line_only_broke_goes_on_where_it_was()
    {
        var token = await school.NewToken("class-teacher");
        var page = await WatchedPage.Open(school.Address, token, "journal");
        Assert.True(await Goes(page, "class/1"));
        await page.DisposeAsync();

        await using var again = await WatchedPage.Connect(school.Address, token);
        Assert.True(await again.TakeUp(page.Secret));

        Assert.True(await Goes(again, "journal"));
        Assert.DoesNotContain(again.Scripts, script => script.Contains("journalLine.lost"));
    }

    // The person goes to another page; whether that came through to it.
    private async Task<bool> Goes(WatchedPage page, string path)
    {
        var before = school.Done;
        await page.Go(new Uri(school.Address, path));
        return school.Done > before;
    }

    private async Task End(string how, string here, string elsewhere)
    {
        var sessions = school.Get<Sessions>();
        var (mine, other) = (sessions.Find(here)!, sessions.Find(elsewhere)!);
        if (how == "signed out")
            await sessions.End(mine.Id, default);
        else if (how == "ended from another browser")
            await sessions.EndBeside(other, mine.Id, default);
        else if (how == "frozen")
            await school.Get<AccountBook>().Freeze(mine.AccountId, default);
        else
            Assert.Equal(
                new PasswordChange.Done(),
                await school.Get<OwnPassword>().Change(other, ApiSchool.Password, ApiSchool.Password, default)
            );
    }

    private async Task<Account> Account()
    {
        await using var db = await school.Get<IDbContextFactory<AccountsDb>>().CreateDbContextAsync();
        return await db.Users.AsNoTracking().SingleAsync(one => one.UserName == "class-teacher");
    }

    /// <summary>Counts what has come through to any page.</summary>
    public sealed class CountingSchool : ApiSchool
    {
        private int _done;

        public int Done => Volatile.Read(ref _done);

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.ConfigureTestServices(services => services.AddScoped<CircuitHandler>(_ => new Innermost(this)));
        }

        private sealed class Innermost(CountingSchool school) : CircuitHandler
        {
            public override int Order => int.MaxValue;

            public override Func<CircuitInboundActivityContext, Task> CreateInboundActivityHandler(
                Func<CircuitInboundActivityContext, Task> next
            ) =>
                activity =>
                {
                    Interlocked.Increment(ref school._done);
                    return next(activity);
                };
        }
    }
}
