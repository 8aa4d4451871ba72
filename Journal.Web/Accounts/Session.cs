using System.Security.Claims;
using Journal.Core.Basics;
using Journal.Web.Accounts.Storage;

namespace Journal.Web.Accounts;

public enum SessionKind
{
    Cookie = 1,
    Bearer = 2,

    /// <summary>A cookie's in a browser that stands where families pass by: it ends soon after nobody touches it.</summary>
    Kiosk = 3,
}

/// <summary>A living session, in memory for as long as it lives: a request asks no database.</summary>
public sealed class Session : IDisposable
{
    private readonly CancellationTokenSource _end = new();
    private long _touched;

    internal Session(SessionRow row, PersonId person, bool demo)
    {
        (Id, AccountId, Kind, Person) = (row.Id, row.AccountId, row.Kind, person);
        SharedComputer = row.SharedComputer || IsKiosk;
        Agent = row.Agent;
        Created = new(row.Created, TimeSpan.Zero);
        Expires = new(row.Expires, TimeSpan.Zero);
        Demo = demo;
        TokenHash = TokenHash.Of(row.TokenHash);
        Principal = SessionClaims.For(this);
    }

    public int Id { get; }

    public int AccountId { get; }

    public PersonId Person { get; }

    public SessionKind Kind { get; }

    public DateTimeOffset Created { get; }

    public DateTimeOffset Expires { get; }

    public bool SharedComputer { get; }

    public bool IsKiosk => Kind == SessionKind.Kiosk;

    /// <summary>A browser's, which sends it along by itself.</summary>
    public bool IsCookie => Kind != SessionKind.Bearer;

    public bool Demo { get; }

    /// <summary>What the browser or the program called itself at sign-in, as <see cref="Device"/> keeps it.</summary>
    public string Agent { get; }

    /// <summary>Cancelled at sign-out, change of password, freezing and expiry: whoever holds a line open for this session lets go.</summary>
    public CancellationToken Ended => _end.Token;

    internal TokenHash TokenHash { get; }

    internal ClaimsPrincipal Principal { get; }

    /// <summary>When a person last did something, as far as it matters: at a kiosk.</summary>
    internal DateTimeOffset Touched
    {
        get => new(Interlocked.Read(ref _touched), TimeSpan.Zero);
        set => Interlocked.Exchange(ref _touched, value.UtcTicks);
    }

    public void Dispose() => _end.Dispose();

    // Not disposed of here: whoever still holds the session may yet ask for its token.
    internal Task End() => _end.CancelAsync();
}
