using Journal.Web.Accounts;

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
            }
        );
    }
}
