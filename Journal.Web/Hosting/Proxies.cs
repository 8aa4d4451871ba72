using System.Net;
using Microsoft.AspNetCore.HttpOverrides;

namespace Journal.Web.Hosting;

public static class Proxies
{
    /// <summary>X-Forwarded-For and -Proto of the school's own proxies only: from anybody else they would be a way around throttling.</summary>
    public static void AddProxies(this IServiceCollection services, JournalOptions journal)
    {
        IPAddress[] proxies = Settings.Understood(() => journal.Proxies.Select(IPAddress.Parse).ToArray());
        services.Configure<ForwardedHeadersOptions>(options =>
        {
            options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            options.KnownProxies.Clear();
            options.KnownIPNetworks.Clear();
            foreach (var proxy in proxies)
                options.KnownProxies.Add(proxy);
        });
    }
}
