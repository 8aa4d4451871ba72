using System.Text.RegularExpressions;
using Journal.Tests.Support;
using Microsoft.AspNetCore.Routing;

namespace Journal.Tests.Api;

public sealed partial class OpenApiTests(ApiSchool school) : IClassFixture<ApiSchool>
{
    [Fact]
    public async Task The_document_holds_every_route_of_the_api()
    {
        using var nobody = await school.As(null);

        var paths = (await nobody.Get("openapi/v1.json")).Json.GetProperty("paths");

        var documented =
            from path in paths.EnumerateObject()
            from verb in path.Value.EnumerateObject()
            select $"{verb.Name.ToUpperInvariant()} {path.Name}";
        var mapped =
            from endpoint in school.Get<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            let path = Constraint().Replace($"/{endpoint.RoutePattern.RawText!.Trim('/')}", "")
            where path.StartsWith("/api/v1/") || path == "/health"
            from verb in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods
            select $"{verb} {path}";
        Assert.Equal(mapped.Order(), documented.Order());
    }

    [GeneratedRegex(@":\w+(?=\})", RegexOptions.None, 1000)]
    private static partial Regex Constraint();
}
