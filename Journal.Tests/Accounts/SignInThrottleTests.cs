using System.Net;
using Journal.Web.Accounts;
using Microsoft.Extensions.Time.Testing;

namespace Journal.Tests.Accounts;

public sealed class SignInThrottleTests
{
    private static readonly IPAddress School = IPAddress.Parse("10.0.0.1");
    private static readonly IPAddress Stranger = IPAddress.Parse("203.0.113.9");

    private readonly FakeTimeProvider _clock = new();

    [Theory]
    [InlineData(1, 0)]
    [InlineData(2, 0)]
    [InlineData(3, 1)]
    [InlineData(4, 2)]
    [InlineData(5, 4)]
    [InlineData(6, 8)]
    [InlineData(7, 16)]
    [InlineData(8, 30)]
    [InlineData(9, 30)]
    [InlineData(40, 30)]
    public void Each_failure_of_a_login_from_an_address_makes_the_next_wait_longer_but_never_over_thirty_seconds(int failures, int seconds)
    {
        var throttle = new SignInThrottle(_clock);
        Fail(throttle, Key("teacher", Stranger), failures);

        Assert.Equal(TimeSpan.FromSeconds(seconds), throttle.Enter(Key("teacher", Stranger)));
    }

    [Fact]
    public void Failures_elsewhere_do_not_touch_the_owner_at_another_address()
    {
        var throttle = new SignInThrottle(_clock);
        Fail(throttle, Key("teacher", Stranger), 50);

        Assert.Equal(TimeSpan.Zero, throttle.Enter(Key("teacher", School)));
    }

    [Fact]
    public void Failures_at_the_same_address_do_not_touch_the_owners_own_device()
    {
        var throttle = new SignInThrottle(_clock);
        Fail(throttle, Key("teacher", School), 50);
        Spray(throttle, School, SignInThrottle.AddressCap * 2);

        Assert.Equal(TimeSpan.Zero, throttle.Enter(Key("teacher", School, Guid.NewGuid())));
    }

    [Fact]
    public void A_device_that_guesses_waits_like_everybody()
    {
        var throttle = new SignInThrottle(_clock);
        var device = Key("teacher", School, Guid.NewGuid());
        Fail(throttle, device, 8);

        Assert.Equal(SignInThrottle.LongestWait, throttle.Enter(device));
    }

    [Fact]
    public void A_whole_school_signs_in_from_one_address_at_once()
    {
        var throttle = new SignInThrottle(_clock);

        for (var person = 0; person < 2_000; person++)
        {
            var key = Key($"person{person}", School);
            Assert.Equal(TimeSpan.Zero, throttle.Enter(key));
            throttle.Succeeded(key);
        }
    }

    [Fact]
    public void Spraying_one_password_over_many_logins_is_slowed_to_one_in_two_seconds()
    {
        var throttle = new SignInThrottle(_clock);
        Assert.Equal(SignInThrottle.AddressCap, Spray(throttle, Stranger, 5_000));

        _clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(30, Spray(throttle, Stranger, 5_000));
        Assert.Equal(TimeSpan.Zero, throttle.Enter(Key("teacher", School)));
    }

    [Fact]
    public void A_hundred_attempts_at_the_same_moment_gain_nothing()
    {
        var throttle = new SignInThrottle(_clock);

        var entered = Enumerable.Range(0, 100).AsParallel().Count(_ => throttle.Enter(Key("teacher", Stranger)) == TimeSpan.Zero);

        Assert.Equal(SignInThrottle.FreeFailures, entered);
    }

    [Fact]
    public void Success_clears_the_failures()
    {
        var throttle = new SignInThrottle(_clock);
        Fail(throttle, Key("teacher", School), 5);
        _clock.Advance(SignInThrottle.LongestWait);
        Assert.Equal(TimeSpan.Zero, throttle.Enter(Key("teacher", School)));
        throttle.Succeeded(Key("teacher", School));

        Fail(throttle, Key("teacher", School), 2);

        Assert.Equal(TimeSpan.Zero, throttle.Enter(Key("teacher", School)));
    }

    [Fact]
    public void An_attempt_that_was_not_decided_is_not_counted()
    {
        var throttle = new SignInThrottle(_clock);
        for (var i = 0; i < 20; i++)
        {
            Assert.Equal(TimeSpan.Zero, throttle.Enter(Key("teacher", School)));
            throttle.Withdrawn(Key("teacher", School));
        }
    }

    [Fact]
    public void Failures_are_forgotten_after_a_quarter_of_an_hour()
    {
        var throttle = new SignInThrottle(_clock);
        Fail(throttle, Key("teacher", School), 10);

        _clock.Advance(TimeSpan.FromMinutes(15));

        Fail(throttle, Key("teacher", School), 2);
        Assert.Equal(TimeSpan.Zero, throttle.Enter(Key("teacher", School)));
    }

    [Theory]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:2:ffff::7", true)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:3::1", false)]
    [InlineData("::ffff:10.0.0.1", "10.0.0.1", true)]
    [InlineData("10.0.0.1", "10.0.0.2", false)]
    public void A_network_of_ipv6_counts_as_one_address(string one, string other, bool same)
    {
        Assert.Equal(same, Key("teacher", IPAddress.Parse(one)) == Key("teacher", IPAddress.Parse(other)));
    }

    [Fact]
    public void What_is_remembered_is_bounded()
    {
        var remembered = new RecentlyUsed<string, int>(3);
        foreach (var key in new[] { "a", "b", "c", "a", "d" })
            remembered.Put(key, 1);

        Assert.Equal(3, remembered.Count);
        Assert.Null(remembered.Find("b"));
        Assert.NotNull(remembered.Find("a"));
    }

    private static ThrottleKey Key(string login, IPAddress address, Guid? device = null) => ThrottleKey.Of(login, address, device);

    private void Fail(SignInThrottle throttle, ThrottleKey key, int times)
    {
        for (var i = 0; i < times; i++)
        {
            if (throttle.Enter(key) is { Ticks: > 0 } wait)
            {
                _clock.Advance(wait);
                Assert.Equal(TimeSpan.Zero, throttle.Enter(key));
            }
        }
    }

    private static int Spray(SignInThrottle throttle, IPAddress from, int logins) =>
        Enumerable.Range(0, logins).Count(i => throttle.Enter(Key($"login{i}-{Guid.NewGuid()}", from)) == TimeSpan.Zero);
}
