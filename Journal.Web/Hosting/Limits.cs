using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Journal.Web.Hosting;

/// <summary>What one caller may take of the server; an endpoint that needs more says so itself.</summary>
public static class Limits
{
    public const long Body = 1L << 20;

    public static void Set(KestrelServerOptions kestrel)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = Body;
        kestrel.Limits.MaxRequestHeadersTotalSize = 16 << 10;
        kestrel.Limits.MaxRequestHeaderCount = 64;
        kestrel.Limits.MaxRequestLineSize = 4 << 10;
        kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
    }
}
