namespace Journal.Web.Api;

/// <summary>The versioned door for other people's programs. Its endpoints translate to commands and readings, nothing more.</summary>
public static class JournalApi
{
    public static void AddJournalApi(this IServiceCollection services)
    {
        services.ConfigureHttpJsonOptions(options => ApiJson.Set(options.SerializerOptions));
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = false);
        services.AddOpenApi("v1", ApiDocument.Describe);
    }

    public static void MapJournalApi(this IEndpointRouteBuilder routes)
    {
        routes.MapOpenApi("/openapi/{documentName}.json").AllowAnonymous();
        routes.MapHealth();
        var api = routes.MapGroup("/api/v1").RequireAuthorization().DisableAntiforgery().ProducesProblem(429).ProducesProblem(503);
        api.MapSignIn();
        api.MapMe();
        api.MapPages();
        api.MapPlans();
        api.MapEdits();
        api.MapWorks();
        api.MapHomeworkApi();
        api.MapDiary();
        api.MapChanges();
        api.MapSchool();
    }
}
