using System.Net;
using Journal.Web.Accounts;

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

    /// <summary>S1 4.3: hashing takes turns, so between reading the account and opening the session there may be many seconds.</summary>
    [Fact]
    public async Task Who_is_frozen_while_the_password_is_being_checked_gets_no_session()
    {
        await using var house = await AccountsHouse.Build();
        var asItWas = await house.Open("teacher");
        await house.Book.Freeze(asItWas.Id, default);

        var result = await house.SignIn.Open(asItWas, Browser, default);

        Assert.IsType<SignInResult.Wrong>(result);
        Assert.Equal(0, house.Sessions.Count);
    }

    [Fact]
    public async Task A_password_changed_while_the_former_one_is_being_checked_opens_nothing()
    {
        await using var house = await AccountsHouse.Build();
        var asItWas = await house.Open("teacher");
        Assert.Null(await house.Book.ChangePassword(asItWas.Id, "another horse battery", null, default));

        var result = await house.SignIn.Open(asItWas, Browser, default);

        Assert.IsType<SignInResult.Wrong>(result);
        Assert.Equal(0, house.Sessions.Count);
        Assert.IsType<SignInResult.SignedIn>(await house.SignIn.Try("teacher", "another horse battery", Browser, default));
    }

    private static async Task<List<SignInResult>> Answers(AccountsHouse house, string login)
    {
        List<SignInResult> answers = [];
        for (var i = 0; i <= SignInThrottle.FreeFailures; i++)
            answers.Add(await house.SignIn.Try(login, "wrong password", Browser, default));

        return answers;
    }
}
