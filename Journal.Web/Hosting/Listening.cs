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
        catch (Exception e) when (e is FormatException || (e is InvalidOperationException && OfTheServer(e)))
        {
            throw Settings.NotUnderstood(e);
        }
        catch (SocketException e) when (e.SocketErrorCode is SocketError.AccessDenied or SocketError.AddressNotAvailable)
        {
            throw CannotStart.Because(nameof(Words.StartPortTaken), Wanted(app));
        }
    }

    // No certificate for https, for one; an InvalidOperationException of our own is a mistake and says so.
    private static bool OfTheServer(Exception e) => e.Source?.StartsWith("Microsoft.AspNetCore.Server", StringComparison.Ordinal) is true;

    public static string Address(this WebApplication app) => Addresses(app).FirstOrDefault("");

    // A server that could not begin has forgotten where it should have.
    private static string Wanted(WebApplication app) =>
        app.Configuration["urls"] is { Length: > 0 } urls ? urls.Replace(";", ", ", StringComparison.Ordinal) : "http://localhost:5000";

    // A server inside a test has none.
    private static IEnumerable<string> Addresses(WebApplication app) =>
        app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
}
