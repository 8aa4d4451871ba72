using Journal.Web.Accounts;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Diagnostics;

namespace Journal.Web.Hosting;

public static class Errors
{
    /// <summary>Programs get problem+json, people a page in their language; neither a detail of ours.</summary>
    public static void UseErrors(this WebApplication app)
    {
        app.UseWhen(
            http => SessionAuthentication.IsForPrograms(http.Request.Path),
            programs =>
            {
                programs.UseExceptionHandler();
                programs.UseStatusCodePages();
            }
        );
        app.UseWhen(
            http => !SessionAuthentication.IsForPrograms(http.Request.Path),
            people =>
            {
                people.UseExceptionHandler("/error/500", createScopeForErrors: true);
                people.UseStatusCodePagesWithReExecute("/error/{0}", createScopeForStatusCodePages: true);
                people.Use(ShowAsPage);
            }
        );
    }

    /// <summary>
    /// A form without the token of its page: a tab that the browser brought back, or one that was open while somebody signed in beside it.
    /// Components answer with an empty page; a person is owed a sentence.
    /// </summary>
    public static Task RefuseForms(HttpContext http, RequestDelegate next)
    {
        if (http.Features.Get<IAntiforgeryValidationFeature>() is not { IsValid: false })
            return next(http);

        http.Response.StatusCode = StatusCodes.Status400BadRequest;
        return Task.CompletedTask;
    }

    // The page about a refused form is read, not posted: otherwise the form's stale token would be refused once more, for the page.
    private static Task ShowAsPage(HttpContext http, RequestDelegate next)
    {
        if (http.Features.Get<IStatusCodeReExecuteFeature>() is not null || http.Features.Get<IExceptionHandlerFeature>() is not null)
        {
            http.Request.Method = HttpMethods.Get;
            http.Features.Set<IAntiforgeryValidationFeature>(null);
        }

        return next(http);
    }
}
