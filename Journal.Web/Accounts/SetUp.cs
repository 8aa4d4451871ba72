using System.Net;
using Journal.Core.Basics;

namespace Journal.Web.Accounts;

/// <summary>Who sets the school up.</summary>
public sealed record FirstAdministrator(string Family, string Given, string? Patronymic, string Login, string Password);

/// <summary>Enters the first person with the administrator's role into the journal.</summary>
public interface IFirstAdministrator
{
    Task<PersonId> Enter(FirstAdministrator administrator, CancellationToken ct);
}

public abstract record SetUpResult
{
    public sealed record Done : SetUpResult;

    public sealed record Closed : SetUpResult;

    public sealed record WrongCode : SetUpResult;

    public sealed record TooSoon(TimeSpan RetryAfter) : SetUpResult;

    public sealed record Troubled(AccountTrouble Trouble) : SetUpResult;
}

public sealed class SetUp(SetUpCode code, AccountBook accounts, IFirstAdministrator journal, SignInThrottle throttle)
{
    public bool IsOpen => code.IsOpen;

    public async Task<SetUpResult> Try(string typed, FirstAdministrator administrator, IPAddress? from, CancellationToken ct)
    {
        if (!code.IsOpen)
            return new SetUpResult.Closed();

        var key = ThrottleKey.Of("\nset-up", from, null);
        if (throttle.Enter(key) is { Ticks: > 0 } wait)
            return new SetUpResult.TooSoon(wait);

        var result = await code.Use(
            typed,
            () => Make(administrator, ct),
            result => result is SetUpResult.Done,
            new SetUpResult.WrongCode(),
            ct
        );
        if (result is not SetUpResult.WrongCode)
            throttle.Succeeded(key);

        return result;
    }

    private async Task<SetUpResult> Make(FirstAdministrator administrator, CancellationToken ct)
    {
        if (!await accounts.IsEmpty(ct))
            return new SetUpResult.Closed();
        if (AccountBook.Check(administrator.Login, administrator.Password) is { } trouble)
            return new SetUpResult.Troubled(trouble);

        var person = await journal.Enter(administrator, ct);
        return await accounts.Open(administrator.Login, person, administrator.Password, ct) is { } late
            ? new SetUpResult.Troubled(late)
            : new SetUpResult.Done();
    }
}
