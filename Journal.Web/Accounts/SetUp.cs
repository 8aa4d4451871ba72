using System.Net;

namespace Journal.Web.Accounts;

public abstract record SetUpResult
{
    public sealed record Done : SetUpResult;

    public sealed record Closed : SetUpResult;

    public sealed record WrongCode : SetUpResult;

    public sealed record TooSoon(TimeSpan RetryAfter) : SetUpResult;

    public sealed record Troubled(AccountTrouble Trouble) : SetUpResult;
}

public sealed class SetUp(SetUpCode code, AccountBook accounts, FoundingTheSchool founding, SignInThrottle throttle)
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

        var person = await founding.Enter(administrator, ct);
        return await accounts.Open(administrator.Login, person, administrator.Password, ct) is { } late
            ? new SetUpResult.Troubled(late)
            : new SetUpResult.Done();
    }
}
