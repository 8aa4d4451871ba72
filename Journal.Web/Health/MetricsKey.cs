using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using Journal.Web.Hosting;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace Journal.Web.Health;

/// <summary>Lets a monitoring system read the metrics by the key of the settings. It is no session, and no session is this key.</summary>
internal sealed class MetricsKey(
    IOptionsMonitor<AuthenticationSchemeOptions> options,
    ILoggerFactory loggers,
    UrlEncoder encoder,
    JournalOptions settings
) : AuthenticationHandler<AuthenticationSchemeOptions>(options, loggers, encoder)
{
    public new const string Scheme = "MetricsKey";
    public const int Shortest = 16;
    private const string Bearer = "Bearer ";

    public static readonly AuthorizationPolicy Shown = new AuthorizationPolicyBuilder(Scheme).RequireAuthenticatedUser().Build();

    private static readonly ClaimsPrincipal Reader = new(new ClaimsIdentity(Scheme));

    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization.ToString();
        var isShown = header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) && Fits(header[Bearer.Length..]);
        return Task.FromResult(isShown ? AuthenticateResult.Success(new(Reader, Scheme)) : AuthenticateResult.NoResult());
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.StatusCode = StatusCodes.Status401Unauthorized;
        Response.Headers[HeaderNames.WWWAuthenticate] = "Bearer";
        return Task.CompletedTask;
    }

    // Hashes are of one length: how long it takes tells nothing of the key.
    private bool Fits(string shown) => CryptographicOperations.FixedTimeEquals(Hash(shown), Hash(settings.MetricsKey));

    private static byte[] Hash(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));
}
