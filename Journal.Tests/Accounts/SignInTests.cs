using System.Net;
using Journal.Web.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Journal.Tests.Accounts;

public sealed class SignInTests
{
    private static readonly SignInOrigin Browser = new(IPAddress.Parse("10.0.0.1"), null, SessionKind.Cookie);

    [Fact]
    public async Task The_right_password_opens_a_session_of_that_person()
    {
        await using var house = await AccountsHouse.Build();
        await house.Open("Teacher", person: 12);

        var result = await house.SignIn.Try(" teacher ", AccountsHouse.Password, Browser, default);

        var signedIn = Assert.IsType<SignInResult.SignedIn>(result);
        Assert.Equal(12, signedIn.Created.Session.Person.Value);
        Assert.NotNull(signedIn.Device);
    }

    [Theory]
    [InlineData("teacher", "wrong password")]
    [InlineData("nobody", AccountsHouse.Password)]
    [InlineData("frozen", AccountsHouse.Password)]
    [InlineData("", "")]
    public async Task Wrong_password_unknown_login_and_frozen_account_get_one_answer_for_the_price_of_one_hash(
        string login,
        string password
    )
    {
        using var hashing = new PasswordHashing(iterations: 10);
        await using var house = await AccountsHouse.Build(hashing: hashing);
        await house.Open("teacher");
        await house.Book.Freeze((await house.Open("frozen", 8)).Id, default);
        var before = hashing.Computed;

        var result = await house.SignIn.Try(login, password, Browser, default);

        Assert.Equal(new SignInResult.Wrong(), result);
        Assert.Equal(before + 1, hashing.Computed);
    }

    [Fact]
    public async Task An_unknown_login_is_slowed_down_exactly_like_a_known_one()
    {
        await using var house = await AccountsHouse.Build();
        await house.Open("teacher");

        var known = await Answers(house, "teacher");
        var unknown = await Answers(house, "nobody");

        Assert.Equal(known, unknown);
        Assert.Equal(new SignInResult.TooSoon(TimeSpan.FromSeconds(1)), known[^1]);
    }

    [Fact]
    public async Task Somebody_guessing_at_the_same_address_cannot_keep_the_owner_from_the_own_device()
    {
        await using var house = await AccountsHouse.Build();
        await house.Open("teacher");
        var first = Assert.IsType<SignInResult.SignedIn>(await house.SignIn.Try("teacher", AccountsHouse.Password, Browser, default));
        await Answers(house, "teacher");

        var owner = await house.SignIn.Try("teacher", AccountsHouse.Password, Browser with { DeviceCookie = first.Device }, default);
        var stranger = await house.SignIn.Try("teacher", AccountsHouse.Password, Browser, default);

        Assert.IsType<SignInResult.SignedIn>(owner);
        Assert.IsType<SignInResult.TooSoon>(stranger);
    }

    [Fact]
    public async Task A_device_cookie_of_another_account_or_a_forged_one_helps_nobody()
    {
        await using var house = await AccountsHouse.Build();
        await house.Open("teacher");
        var parent = await house.Open("parent", 8);
        var foreign = house.Get<DeviceCookie>().Remember(null, parent.Id);
        await Answers(house, "teacher");

        foreach (var cookie in new[] { foreign, foreign + "A", "nonsense", new string('A', 5_000) })
            Assert.IsType<SignInResult.TooSoon>(
                await house.SignIn.Try("teacher", AccountsHouse.Password, Browser with { DeviceCookie = cookie }, default)
            );
    }

    [Fact]
    public async Task A_shared_computer_is_not_remembered()
    {
        await using var house = await AccountsHouse.Build();
        await house.Open("teacher");

        var result = await house.SignIn.Try("teacher", AccountsHouse.Password, Browser with { SharedComputer = true }, default);

        var signedIn = Assert.IsType<SignInResult.SignedIn>(result);
        Assert.Null(signedIn.Device);
        Assert.True(signedIn.Created.Session.SharedComputer);
    }

    [Fact]
    public async Task When_more_wait_for_hashing_than_anybody_would_wait_the_answer_is_busy_and_counts_for_nothing()
    {
        using var hashing = new PasswordHashing(iterations: 10, cores: 1, waitingPerCore: 0);
        await using var house = await AccountsHouse.Build(hashing: hashing);

        for (var i = 0; i < 10; i++)
            Assert.Equal(new SignInResult.Busy(), await house.SignIn.Try("teacher", "whatever it is", Browser, default));
    }

    [Theory]
    [InlineData("frozen")]
    [InlineData("password changed")]
    public async Task Trust_taken_away_while_a_password_was_being_checked_opens_no_session(string how)
    {
        await using var house = await AccountsHouse.Build();
        var account = await house.Open("teacher");
        if (how == "frozen")
            await house.Book.Freeze(account.Id, default);
        else
            Assert.Null(await house.Book.ChangePassword(account.Id, "another long password", null, default));

        // As it was read before the hash had its turn.
        var result = await house.SignIn.Open(account, Browser, default);

        Assert.Equal(new SignInResult.Wrong(), result);
        Assert.Equal(0, house.Sessions.Count);
        await using var db = await house.Database();
        Assert.Empty(db.Sessions);
    }

    [Fact]
    public async Task A_session_that_cannot_be_written_is_said_and_not_stumbled_over()
    {
        await using var house = await AccountsHouse.Build();
        await house.Open("teacher");
        await using (var db = await house.Database())
            await db.Database.ExecuteSqlRawAsync(
                "CREATE TRIGGER full BEFORE INSERT ON Sessions BEGIN SELECT RAISE(ABORT, 'database or disk is full'); END"
            );

        var result = await house.SignIn.Try("teacher", AccountsHouse.Password, Browser, default);

        Assert.Equal(new SignInResult.CannotWrite(), result);
        Assert.Equal(0, house.Sessions.Count);
    }

    private static async Task<List<SignInResult>> Answers(AccountsHouse house, string login)
    {
        List<SignInResult> answers = [];
        for (var i = 0; i <= SignInThrottle.FreeFailures; i++)
            answers.Add(await house.SignIn.Try(login, "wrong password", Browser, default));

        return answers;
    }
}
