using System.Net;
using System.Net.Sockets;

namespace Journal.Web.Accounts;

/// <summary>Whose failures an attempt is counted among.</summary>
public readonly record struct ThrottleKey(string Pair, string Address, bool KnownDevice)
{
    public static ThrottleKey Of(string normalizedLogin, IPAddress? address, Guid? knownDevice)
    {
        var from = Network(address);

        return new(
            knownDevice is { } device ? $"{normalizedLogin}\n{device}" : $"{normalizedLogin}\n{from}",
            from,
            knownDevice is not null
        );
    }

    /// <summary>
    /// Guesses made from inside an open session. It has failures of its own, wherever they come from: whoever has stolen it cannot go on from
    /// another address, nor keep the owner waiting.
    /// </summary>
    public static ThrottleKey Of(Session session) => new($"\nsession {session.Id}", "", KnownDevice: true);

    // One household or one school has a whole /64 of IPv6.
    internal static string Network(IPAddress? address)
    {
        if (address is null)
            return "none";
        if (address.IsIPv4MappedToIPv6)
            return address.MapToIPv4().ToString();
        if (address.AddressFamily != AddressFamily.InterNetworkV6)
            return address.ToString();

        return Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8));
    }
}
