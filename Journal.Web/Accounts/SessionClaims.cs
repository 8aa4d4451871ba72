using System.Globalization;
using System.Security.Claims;
using Journal.Core.Basics;

namespace Journal.Web.Accounts;

/// <summary>What a request knows of its caller: person, account, session. Roles are asked of the Roster each time: they may change today.</summary>
public static class SessionClaims
{
    private const string PersonClaim = "person";
    private const string SessionClaim = "session";

    public static PersonId? FindPerson(this ClaimsPrincipal user) => user.Number(PersonClaim) is { } id ? new(id) : null;

    public static PersonId Person(this ClaimsPrincipal user) =>
        user.FindPerson() ?? throw new InvalidOperationException("Nobody is signed in.");

    public static int? SessionId(this ClaimsPrincipal user) => user.Number(SessionClaim);

    public static int? AccountId(this ClaimsPrincipal user) => user.Number(ClaimTypes.NameIdentifier);

    internal static ClaimsPrincipal For(Session session) =>
        new(
            new ClaimsIdentity(
                [
                    // The antiforgery token is tied to this one: it dies with the sign-in.
                    new(ClaimTypes.NameIdentifier, Text(session.AccountId)),
                    new(PersonClaim, Text(session.Person.Value)),
                    new(SessionClaim, Text(session.Id)),
                ],
                SessionAuthentication.Scheme
            )
        );

    private static int? Number(this ClaimsPrincipal user, string type) =>
        int.TryParse(user.FindFirstValue(type), CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
