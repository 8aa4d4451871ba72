using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Journal.Web.Hosting;

/// <summary>What one caller may take of the server; an endpoint that needs more says so itself.</summary>
public static class Limits
{
    /// <summary>A form, a sign-in, a column.</summary>
    public const long Body = 16 << 10;

    /// <summary>A full page pasted at once.</summary>
    public const long EditsBody = 1L << 20;

    public static void Set(KestrelServerOptions kestrel)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxConcurrentConnections = 20_000;
        kestrel.Limits.MaxRequestBodySize = Body;
        kestrel.Limits.MaxRequestHeadersTotalSize = 16 << 10;
        kestrel.Limits.MaxRequestHeaderCount = 64;
        kestrel.Limits.MaxRequestLineSize = 4 << 10;
        kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
        // What is sent while the request waits its turn.
        kestrel.Limits.MaxRequestBufferSize = 64 << 10;
        // A page is handed over whole, so that who fetches it slowly keeps nobody waiting.
        kestrel.Limits.MaxResponseBufferSize = 512 << 10;
    }
}
