using Journal.Core;
using Journal.Core.Basics;
using Journal.Core.Persistence;
using Journal.Web.Accounts;
using Journal.Web.Accounts.Storage;
using Journal.Web.Home;
using Journal.Web.Hosting;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Journal.Tests.Accounts;

/// <summary>Everything about accounts on a file of its own and a clock that stands still.</summary>
public sealed class AccountsHouse : IAsyncDisposable
{
    public const string Password = "correct horse battery";

    private readonly string _path;
    private readonly bool _keeps;
    private readonly ServiceProvider _services;

    private AccountsHouse(string? path, JournalOptions options, PasswordHashing? hashing)
    {
        _keeps = path is not null;
        _path = path ?? Directory.CreateTempSubdirectory("journal-accounts-").FullName;
        var services = new ServiceCollection();
        services.AddSingleton(_ => DataFolder.Open(_path));
        services.AddJournal(
            new SchoolFile(System.IO.Path.Combine(_path, "journal.db")),
            new Checkpoints(System.IO.Path.Combine(_path, "checkpoints.log"), System.IO.Path.Combine(_path, "keys", "checkpoints.pem")),
            new SchoolClock(Clock, TimeZoneInfo.Utc)
        );
        services.AddSingleton<HomeReading>();
        services.AddSingleton(options);
        services.AddSingleton<TimeProvider>(Clock);
        services.AddLogging();
        services.AddSingleton<IDataProtectionProvider>(new EphemeralDataProtectionProvider());
        services.AddAccounts();
        services.AddSingleton(hashing ?? new PasswordHashing(iterations: 10));
        _services = services.BuildServiceProvider();
    }

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 12, 18, 7, 24, 0, TimeSpan.Zero));

    public string Path => _path;

    public SignIn SignIn => Get<SignIn>();

    public Sessions Sessions => Get<Sessions>();

    public AccountBook Book => Get<AccountBook>();

    public static async Task<AccountsHouse> Build(
        string? path = null,
        int perAccount = 50,
        PasswordHashing? hashing = null,
        bool demo = false
    )
    {
        var house = new AccountsHouse(path, new() { SessionsPerAccount = perAccount, Demo = demo }, hashing);
        house.Get<SchoolFile>().Prepare(System.IO.Path.Combine(house.Path, "backups"));
        try
        {
            await house.Get<AccountsStart>().Run(default);
            return house;
        }
        catch
        {
            await house.DisposeAsync();
            throw;
        }
    }

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public async Task<Account> Open(string login, int person = 7)
    {
        Assert.Null(await Book.Open(login, new PersonId(person), Password, default));
        return await Account(login);
    }

    public async Task<Account> Account(string login)
    {
        await using var db = await Database();
        return await db.Users.AsNoTracking().SingleAsync(a => a.UserName == login);
    }

    public Task<AccountsDb> Database() => Get<IDbContextFactory<AccountsDb>>().CreateDbContextAsync();

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        if (!_keeps)
            Directory.Delete(_path, recursive: true);
    }
}
