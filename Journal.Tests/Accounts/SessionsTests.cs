using Journal.Web.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Journal.Tests.Accounts;

public sealed class SessionsTests
{
    [Fact]
    public async Task A_session_lasts_twelve_hours_and_not_a_second_more()
    {
        await using var house = await AccountsHouse.Build();
        var created = await house.Sessions.Create(await house.Open("teacher"), SessionKind.Cookie, false, null, default);

        house.Clock.Advance(TimeSpan.FromHours(12) - TimeSpan.FromSeconds(1));
        Assert.NotNull(house.Sessions.Find(created.Token));

        house.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Null(house.Sessions.Find(created.Token));
        await house.Sessions.EndExpired(default);
        Assert.True(created.Session.Ended.IsCancellationRequested);
        Assert.Equal(0, house.Sessions.Count);
    }

    [Fact]
    public async Task The_file_knows_only_the_hash_of_a_token()
    {
        await using var house = await AccountsHouse.Build();
        var created = await house.Sessions.Create(await house.Open("teacher"), SessionKind.Bearer, false, "client/1", default);
        await using var db = await house.Database();
        var row = await db.Sessions.SingleAsync();
        await db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)");

        Assert.Equal(43, created.Token.Length);
        Assert.Equal(32, row.TokenHash.Length);
        var file = await File.ReadAllBytesAsync(Path.Combine(house.Path, "journal.db"));
        Assert.Equal(-1, file.AsSpan().IndexOf(System.Text.Encoding.ASCII.GetBytes(created.Token)));
        Assert.NotEqual(-1, file.AsSpan().IndexOf(row.TokenHash));
    }

    [Fact]
    public async Task A_session_survives_a_restart_and_an_expired_or_frozen_one_does_not()
    {
        var path = Directory.CreateTempSubdirectory("journal-restart-").FullName;
        NewSession living;
        NewSession frozen;
        await using (var house = await AccountsHouse.Build(path))
        {
            living = await house.Sessions.Create(await house.Open("teacher"), SessionKind.Cookie, false, null, default);
            frozen = await house.Sessions.Create(await house.Open("parent", 8), SessionKind.Cookie, false, null, default);
            await using var db = await house.Database();
            await db.Users.Where(a => a.UserName == "parent").ExecuteUpdateAsync(a => a.SetProperty(row => row.Frozen, true));
        }

        await using var again = await AccountsHouse.Build(path);

        Assert.Equal(living.Session.Person, again.Sessions.Find(living.Token)?.Person);
        Assert.Null(again.Sessions.Find(frozen.Token));
    }

    [Fact]
    public async Task Ending_a_session_tells_whoever_holds_a_line_open_and_leaves_the_others()
    {
        await using var house = await AccountsHouse.Build();
        var account = await house.Open("teacher");
        var mine = await house.Sessions.Create(account, SessionKind.Cookie, false, null, default);
        var other = await house.Sessions.Create(account, SessionKind.Bearer, false, null, default);

        await house.Sessions.End(mine.Session.Id, default);

        Assert.True(mine.Session.Ended.IsCancellationRequested);
        Assert.Null(house.Sessions.Find(mine.Token));
        Assert.False(other.Session.Ended.IsCancellationRequested);
        Assert.NotNull(house.Sessions.Find(other.Token));
    }

    [Fact]
    public async Task Freezing_ends_every_session_of_the_account_and_no_other()
    {
        await using var house = await AccountsHouse.Build();
        var teacher = await house.Open("teacher");
        var created = await house.Sessions.Create(teacher, SessionKind.Bearer, false, null, default);
        var neighbour = await house.Sessions.Create(await house.Open("parent", 8), SessionKind.Cookie, false, null, default);

        await house.Book.Freeze(teacher.Id, default);

        Assert.True(created.Session.Ended.IsCancellationRequested);
        Assert.NotNull(house.Sessions.Find(neighbour.Token));
    }

    [Fact]
    public async Task A_changed_password_ends_every_session_but_the_one_that_changed_it()
    {
        await using var house = await AccountsHouse.Build();
        var account = await house.Open("teacher");
        var here = await house.Sessions.Create(account, SessionKind.Cookie, false, null, default);
        var elsewhere = await house.Sessions.Create(account, SessionKind.Cookie, false, null, default);

        Assert.Null(await house.Book.ChangePassword(account.Id, "another long password", here.Session.Id, default));

        Assert.NotNull(house.Sessions.Find(here.Token));
        Assert.Null(house.Sessions.Find(elsewhere.Token));
    }

    [Fact]
    public async Task One_account_has_a_bounded_number_of_sessions_and_the_oldest_goes()
    {
        await using var house = await AccountsHouse.Build(perAccount: 3);
        var account = await house.Open("teacher");
        List<NewSession> created = [];
        for (var i = 0; i < 5; i++)
            created.Add(await house.Sessions.Create(account, SessionKind.Bearer, false, null, default));

        Assert.Equal([false, false, true, true, true], created.Select(c => house.Sessions.Find(c.Token) is not null));
    }

    [Theory]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task A_token_that_was_never_given_out_opens_nothing(string token)
    {
        await using var house = await AccountsHouse.Build();

        Assert.Null(house.Sessions.Find(token));
    }
}
