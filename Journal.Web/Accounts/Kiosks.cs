using System.Security.Cryptography;
using Journal.Core.Access;
using Journal.Core.Basics;
using Journal.Core.Courses.Storage;
using Microsoft.AspNetCore.DataProtection;

namespace Journal.Web.Accounts;

/// <summary>
/// Browsers that stand where families pass by. Which ones they are a signed cookie says, put by whoever runs the server with the own password at that very
/// computer: by a link alone anybody could shut the staff out of theirs.
/// </summary>
public sealed class Kiosks(IDataProtectionProvider protection, RosterSource rosters, SchoolClock clock)
{
    /// <summary>As long as browsers keep a cookie; every sign-in begins it anew.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(400);

    private const string Mark = "kiosk";

    private readonly IDataProtector _protector = protection.CreateProtector("Journal.Kiosk");

    public bool Is(HttpRequest request)
    {
        if (SessionCookie.ReadKiosk(request) is not { Length: < 1000 } cookie)
            return false;

        try
        {
            return _protector.Unprotect(cookie) == Mark;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    public SessionKind KindOf(HttpRequest request) => Is(request) ? SessionKind.Kiosk : SessionKind.Cookie;

    /// <summary>This browser is one from now on, and for as long as it is used.</summary>
    public void Keep(HttpContext http) => SessionCookie.WriteKiosk(http, _protector.Protect(Mark));

    /// <summary>Families, and of them only those who do not work here: what staff may see is not for a passage.</summary>
    public bool Admits(PersonId person)
    {
        var (roster, today) = (rosters.Current, clock.Today);
        return !roster.WorksHere(person, today)
            && !roster.ClassesLedBy(person, today).Any()
            && (roster.IsStudent(person) || roster.ChildrenOf(person, today).Any());
    }

    public bool MaySetUp(PersonId person) => rosters.Current.RunsTheServer(person, clock.Today);
}
