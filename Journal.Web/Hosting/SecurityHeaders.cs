using Journal.Web.Shell;
using Microsoft.AspNetCore.Antiforgery;

namespace Journal.Web.Hosting;

/// <summary>What every answer says to the browser, and what it forbids it.</summary>
public static class SecurityHeaders
{
    public const string AntiforgeryHeader = "X-Antiforgery";

    public static void AddOurSecurityHeaders(this IServiceCollection services)
    {
        var (strict, staff) = (Policy(ofStaff: false), Policy(ofStaff: true));
        services.AddSecurityHeaderPolicies().SetPolicySelector(answer => answer.HttpContext.IsStaffPage() ? staff : strict);
    }

    public static void UseOurSecurityHeaders(this IApplicationBuilder app)
    {
        app.UseSecurityHeaders();
        app.Use(NeverKeep);
    }

    private static HeaderPolicyCollection Policy(bool ofStaff) =>
        new HeaderPolicyCollection()
            .AddContentTypeOptionsNoSniff()
            .AddFrameOptionsDeny()
            .AddReferrerPolicySameOrigin()
            .AddCrossOriginOpenerPolicy(opener => opener.SameOrigin())
            .AddCrossOriginResourcePolicy(resource => resource.SameOrigin())
            // On https answers only; the browser ignores it elsewhere.
            .AddStrictTransportSecurityMaxAge(maxAgeInSeconds: 365 * 24 * 60 * 60)
            .AddPermissionsPolicy(device =>
            {
                device.AddCamera().None();
                device.AddMicrophone().None();
                device.AddGeolocation().None();
                device.AddPayment().None();
                device.AddUsb().None();
                device.AddDisplayCapture().None();
            })
            .AddContentSecurityPolicy(content =>
            {
                content.AddDefaultSrc().Self();
                if (ofStaff)
                {
                    // MudBlazor writes its theme and its popovers' places inline, and the import map is; other pages need none of it.
                    content.AddStyleSrc().Self().UnsafeInline();
                    content.AddScriptSrc().Self().WithNonce();
                }

                content.AddImgSrc().Self().Data();
                content.AddObjectSrc().None();
                content.AddBaseUri().Self();
                content.AddFormAction().Self();
                content.AddFrameAncestors().None();
            })
            .RemoveServerHeader();

    public static void Antiforgery(AntiforgeryOptions options)
    {
        options.HeaderName = AntiforgeryHeader;
        options.Cookie.Name = "journal-antiforgery";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Strict;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        // Our own policy says it for every answer, and stricter.
        options.SuppressXFrameOptionsHeader = true;
    }

    // Pages and answers are somebody's: after sign-out Back shows nothing. Styles, fonts and scripts say their own.
    private static Task NeverKeep(HttpContext http, RequestDelegate next)
    {
        http.Response.OnStarting(() =>
        {
            if (!http.Response.Headers.ContainsKey("ETag"))
                http.Response.Headers.CacheControl = "no-store";

            return Task.CompletedTask;
        });

        return next(http);
    }
}
