using Microsoft.AspNetCore.Localization;

namespace Journal.Web.Shell;

public static class Languages
{
    /// <summary>The browser's own choice kept in our cookie, then what it asks for, then Russian.</summary>
    public static void UseLanguages(this IApplicationBuilder app) =>
        app.UseRequestLocalization(options =>
        {
            options.SetDefaultCulture("ru").AddSupportedCultures(Preferences.Languages).AddSupportedUICultures(Preferences.Languages);
            options.RequestCultureProviders = [new Chosen(), new AcceptLanguageHeaderRequestCultureProvider()];
            options.ApplyCurrentCultureToResponseHeaders = true;
        });

    private sealed class Chosen : RequestCultureProvider
    {
        public override Task<ProviderCultureResult?> DetermineProviderCultureResult(HttpContext httpContext) =>
            Task.FromResult(
                httpContext.Request.Cookies[Preferences.LanguageCookie] is { } chosen && Preferences.Languages.Contains(chosen)
                    ? new ProviderCultureResult(chosen)
                    : null
            );
    }
}
