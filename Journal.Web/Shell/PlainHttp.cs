using System.Net;

namespace Journal.Web.Shell;

/// <summary>Over plain http everybody on the same network can read the password; on this very computer nobody can.</summary>
public static class PlainHttp
{
    public static bool IsRisky(HttpRequest request) => !request.IsHttps && !IsThisComputer(request.Host.Host);

    private static bool IsThisComputer(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));
}
