using Journal.Tests.Support;

namespace Journal.Tests.Health;

public sealed class NoMetricsTests(ApiSchool school) : IClassFixture<ApiSchool>
{
    [Theory]
    [InlineData(null)]
    [InlineData("technician")]
    [InlineData("admin")]
    public async Task Without_a_key_in_the_settings_there_is_no_such_address(string? who)
    {
        using var caller = await school.As(who);

        Assert.Equal(404, (await caller.Get("metrics")).Code);
    }

    [Fact]
    public async Task An_empty_key_opens_nothing()
    {
        using var caller = new Caller(school.Address, "");

        Assert.Equal(404, (await caller.Get("metrics")).Code);
    }
}
