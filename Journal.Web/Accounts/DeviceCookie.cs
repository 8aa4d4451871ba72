using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Journal.Web.Accounts;

/// <summary>
/// "These accounts have signed in here before": signed, for half a year. It opens nothing; it only gives the device failures of its own
/// to count, so that somebody guessing elsewhere cannot keep the owner waiting.
/// </summary>
public sealed class DeviceCookie(IDataProtectionProvider protection)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(180);
    private const int Accounts = 6;

    private readonly ITimeLimitedDataProtector _protector = protection.CreateProtector("Journal.Device").ToTimeLimitedDataProtector();

    /// <summary>The device's own id when this account has signed in on it before.</summary>
    public Guid? Known(string? cookie, int accountId) =>
        Read(cookie) is { } device && device.Accounts.Contains(accountId) ? device.Id : null;

    public string Remember(string? cookie, int accountId)
    {
        var (id, accounts) = Read(cookie) ?? (Guid.NewGuid(), []);
        int[] now = [accountId, .. accounts.Where(a => a != accountId).Take(Accounts - 1)];

        return _protector.Protect($"{id:N}:{string.Join(',', now)}", Lifetime);
    }

    private (Guid Id, int[] Accounts)? Read(string? cookie)
    {
        if (cookie is null or { Length: > 1000 })
            return null;

        try
        {
            var parts = _protector.Unprotect(cookie).Split(':');
            return (Guid.ParseExact(parts[0], "N"), [.. parts[1].Split(',').Select(a => int.Parse(a, CultureInfo.InvariantCulture))]);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
