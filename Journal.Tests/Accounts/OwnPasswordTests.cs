using System.Net;
using Journal.Core.Basics;
using Journal.Web.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Journal.Tests.Accounts;

public sealed class OwnPasswordTests
{
    private const string Next = "another long password";

    [Fact]
    public async Task The_right_one_is_changed_this_session_goes_on_and_the_others_end()
    {
        await using var house = await AccountsHouse.Build();
        var account = await house.Open("teacher");
        var (here, elsewhere) = (await Session(house, account), await Session(house, account));

        Assert.Equal(new PasswordChange.Done(), await Change(house, here, AccountsHouse.Password));

        Assert.False(here.Ended.IsCancellationRequested);
        Assert.True(elsewhere.Ended.IsCancellationRequested);
        var origin = new SignInOrigin(IPAddress.Loopback, null, SessionKind.Cookie);
        Assert.IsType<SignInResult.SignedIn>(await house.SignIn.Try("teacher", Next, origin, default));
        Assert.IsType<SignInResult.Wrong>(await house.SignIn.Try("teacher", AccountsHouse.Password, origin, default));
    }

    [Fact]
    public async Task Whoever_guesses_in_a_stolen_session_waits_longer_and_longer_and_the_owner_does_not()
    {
        await using var house = await AccountsHouse.Build();
        var account = await house.Open("teacher");
        var (stolen, owners) = (await Session(house, account), await Session(house, account));

        for (var i = 0; i < SignInThrottle.FreeFailures; i++)
            Assert.Equal(new PasswordChange.WrongCurrent(), await Change(house, stolen, $"guess {i}"));
        Assert.Equal(new PasswordChange.TooSoon(TimeSpan.FromSeconds(1)), await Change(house, stolen, AccountsHouse.Password));
        house.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(new PasswordChange.WrongCurrent(), await Change(house, stolen, "one more guess"));
        Assert.Equal(new PasswordChange.TooSoon(TimeSpan.FromSeconds(2)), await Change(house, stolen, AccountsHouse.Password));

        Assert.Equal(new PasswordChange.Done(), await Change(house, owners, AccountsHouse.Password));
        Assert.True(stolen.Ended.IsCancellationRequested);
    }

    [Theory]
    [InlineData("short", AccountTrouble.PasswordTooShort)]
    [InlineData("my teacher's password", AccountTrouble.PasswordIsLogin)]
    public async Task An_unfit_new_one_is_refused_before_the_current_one_is_looked_at(string next, AccountTrouble trouble)
    {
        using var hashing = new PasswordHashing(iterations: 10);
        await using var house = await AccountsHouse.Build(hashing: hashing);
        var here = await Session(house, await house.Open("teacher"));
        var before = hashing.Computed;

        var result = await house.Get<OwnPassword>().Change(here, "whatever it is", next, default);

        Assert.Equal(new PasswordChange.Troubled(trouble), result);
        Assert.Equal(before, hashing.Computed);
    }

    [Fact]
    public async Task Of_two_changes_from_the_same_password_the_slower_one_is_none()
    {
        await using var house = await AccountsHouse.Build();
        var account = await house.Open("teacher");
        Assert.Null(await house.Book.ChangePassword(account.Id, Next, null, default));

        var late = await house.Book.ChangePassword(account.Id, "a third long password", null, default, from: account.PasswordHash);

        Assert.Equal(AccountTrouble.Superseded, late);
        var origin = new SignInOrigin(IPAddress.Loopback, null, SessionKind.Cookie);
        Assert.IsType<SignInResult.SignedIn>(await house.SignIn.Try("teacher", Next, origin, default));
    }

    [Fact]
    public async Task When_too_many_wait_for_hashing_it_is_said_and_counts_for_nothing()
    {
        using var hashing = new PasswordHashing(iterations: 10, cores: 1, waitingPerCore: 0);
        await using var house = await AccountsHouse.Build(hashing: hashing);
        await house.Book.Open(new() { UserName = "teacher", PersonId = new PersonId(7) });
        var here = await Session(house, await house.Account("teacher"));

        for (var i = 0; i < 10; i++)
            Assert.Equal(new PasswordChange.Busy(), await Change(house, here, "whatever it is"));
    }

    [Fact]
    public async Task An_invented_persons_password_stays_and_nobody_sees_or_ends_the_sessions_of_others_who_play_them()
    {
        await using var house = await AccountsHouse.Build(demo: true);
        await house.Get<DemoAccounts>().Make([("teacher", new PersonId(7))], default);
        var account = await house.Account("teacher");
        var (mine, anothers) = (await Session(house, account), await Session(house, account));

        Assert.Equal(new PasswordChange.Shared(), await Change(house, mine, DemoAccounts.Password));
        await house.Sessions.EndBeside(mine, anothers.Id, default);
        await house.Sessions.EndBeside(mine, null, default);

        Assert.Empty(house.Sessions.Beside(mine));
        Assert.False(anothers.Ended.IsCancellationRequested);
        Assert.Equal(account.PasswordHash, (await house.Account("teacher")).PasswordHash);
    }

    [Fact]
    public async Task Of_the_sessions_only_the_others_of_ones_own_account_are_seen_and_ended()
    {
        await using var house = await AccountsHouse.Build();
        var account = await house.Open("teacher");
        var mine = await Session(house, account);
        house.Clock.Advance(TimeSpan.FromMinutes(1));
        var (older, newer) = (await Session(house, account), await Session(house, account));
        var neighbours = await Session(house, await house.Open("parent", 8));

        Assert.Equal([newer, older], house.Sessions.Beside(mine));
        await house.Sessions.EndBeside(mine, neighbours.Id, default);
        await house.Sessions.EndBeside(mine, mine.Id, default);
        await house.Sessions.EndBeside(mine, older.Id, default);
        Assert.Equal([newer], house.Sessions.Beside(mine));
        await house.Sessions.EndBeside(mine, null, default);

        Assert.Empty(house.Sessions.Beside(mine));
        Assert.False(mine.Ended.IsCancellationRequested);
        Assert.False(neighbours.Ended.IsCancellationRequested);
        await using var db = await house.Database();
        Assert.Equal([mine.Id, neighbours.Id], await db.Sessions.Select(s => s.Id).Order().ToListAsync());
    }

    private static async Task<Session> Session(AccountsHouse house, Account account) =>
        (await house.Sessions.Create(account, SessionKind.Cookie, false, null, default)).Session;

    private static Task<PasswordChange> Change(AccountsHouse house, Session session, string current) =>
        house.Get<OwnPassword>().Change(session, current, Next, default);
}
