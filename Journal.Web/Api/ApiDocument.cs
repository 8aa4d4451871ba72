using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Journal.Web.Api;

/// <summary>What the OpenAPI document says besides the routes.</summary>
internal static class ApiDocument
{
    public static void Describe(OpenApiOptions options)
    {
        // The forms of our own pages are nobody else's.
        options.ShouldInclude = route =>
            route.RelativePath is "health" || route.RelativePath?.StartsWith("api/", StringComparison.Ordinal) == true;
        options.AddDocumentTransformer(
            (document, _, _) =>
            {
                document.Info = new OpenApiInfo
                {
                    Title = "Journal",
                    Version = "v1",
                    Description = "Class journal and family diary. Marks are typed as edits of whole cells; see docs/api.md.",
                };
                document.Components ??= new OpenApiComponents();
                document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>(StringComparer.Ordinal)
                {
                    ["bearer"] = new OpenApiSecurityScheme
                    {
                        Type = SecuritySchemeType.Http,
                        Scheme = "bearer",
                        Description = "The token of POST sign-in.",
                    },
                };
                document.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference("bearer", document)] = [] }];
                return Task.CompletedTask;
            }
        );
    }
}
