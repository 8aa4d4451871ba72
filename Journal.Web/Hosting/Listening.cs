using System.Net.Sockets;
using Journal.Web.Texts;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Journal.Web.Hosting;

public static class Listening
{
    /// <summary>Starts answering; a port that somebody has already is a sentence, not a stack trace.</summary>
    public static async Task Begin(this WebApplication app, CancellationToken ct)
    {
        try
        {
            await app.StartAsync(ct);
        }
        catch (IOException e) when (e.InnerException is AddressInUseException)
        {
            throw CannotStart.Because(nameof(Words.StartPortTaken), Wanted(app));
        }
        catch (SocketException e) when (e.SocketErrorCode is SocketError.AccessDenied or SocketError.AddressNotAvailable)
        {
            throw CannotStart.Because(nameof(Words.StartPortTaken), Wanted(app));
        }
    }

    public static string Address(this WebApplication app) => Addresses(app).FirstOrDefault("");

    private static string Wanted(WebApplication app) => string.Join(", ", Addresses(app).DefaultIfEmpty("http://localhost:5000"));

    // A server inside a test has none.
    private static IEnumerable<string> Addresses(WebApplication app) =>
        app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
}
