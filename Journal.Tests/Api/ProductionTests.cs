using Journal.Tests.Support;

namespace Journal.Tests.Api;

/// <summary>What the other tests see in development holds where it counts.</summary>
public sealed class ProductionTests(ApiSchoolInProduction school) : IClassFixture<ApiSchoolInProduction>
{
    [Theory]
    [InlineData("{", 400)]
    [InlineData("{\"edits\":[{\"value\":\"\\ud83d\"}]}", 400)]
    public async Task A_wrong_body_is_answered_without_a_detail_of_ours(string body, int status)
    {
        using var teacher = await school.As("teacher");

        var reply = await teacher.Text(ApiPage.Edits, body);

        Assert.Equal((status, "application/problem+json"), (reply.Code, reply.Type));
        Assert.DoesNotContain("Exception", reply.Text);
        Assert.DoesNotContain("Path:", reply.Text);
    }

    [Fact]
    public async Task Without_a_token_there_is_nothing()
    {
        using var nobody = await school.As(null);

        var reply = await nobody.Get(ApiPage.Path);

        Assert.Equal((401, "application/problem+json"), (reply.Code, reply.Type));
    }
}
