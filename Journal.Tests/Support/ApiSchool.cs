using System.Collections.Concurrent;
using System.Globalization;
using System.Text.RegularExpressions;
using Journal.Core.Basics;
using Journal.Core.Courses.Storage;
using Journal.Core.Persistence;
using Journal.Core.Writing;
using Journal.Web.Accounts;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using static Journal.Tests.Support.SmallSchoolFacts;

namespace Journal.Tests.Support;

/// <summary>
/// The whole program on real Kestrel with the small school in it and an account for each kind of person. The school's clock stands still.
/// When it closes, its own log must be free of errors: whatever a test did to it was a caller's mistake, never ours.
/// </summary>
public partial class ApiSchool : WebApplicationFactory<Program>, IAsyncLifetime
{
    public const string Password = "correct horse battery";

    public static readonly IReadOnlyDictionary<string, PersonId> People = new Dictionary<string, PersonId>
    {
        ["director"] = Director.Person,
        ["deputy"] = Deputy.Person,
        ["admin"] = Administrator.Person,
        ["technician"] = Technician.Person,
        ["registrar"] = Registrar.Person,
        ["teacher"] = SmallSchoolFacts.Teacher.Person,
        ["class-teacher"] = ClassTeacher.Person,
        ["other-teacher"] = OtherTeacher.Person,
        ["parent"] = Parent.Person,
        ["other-parent"] = OtherParent.Person,
        ["student"] = Anna.Person,
        ["stranger"] = Stranger.Person,
    };

    private readonly TempFolder _own = new();
    private readonly ConcurrentDictionary<string, string> _tokens = new(StringComparer.Ordinal);

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(SmallSchoolFacts.Today, new TimeOnly(7, 0), TimeSpan.Zero));

    /// <summary>Where the school's file lies; a folder of its own unless said otherwise.</summary>
    public string? Data { get; init; }

    public Uri Address { get; private set; } = new("http://127.0.0.1");

    public JournalWriter Writer => Get<JournalWriter>();

    protected virtual string EnvironmentName => "Development";

    /// <summary>Tests ask faster and open more pages of one person than anybody; those that are about a limit set it.</summary>
    protected virtual IReadOnlyDictionary<string, int> Limits { get; } =
        new Dictionary<string, int>
        {
            ["LinesPerAccount"] = 1000,
            ["ReadsPerSecond"] = 10_000,
            ["WritesPerSecond"] = 10_000,
            ["StrangersPerSecond"] = 10_000,
        };

    private string Folder => Data ?? _own.Path;

    public T Get<T>()
        where T : notnull => Services.GetRequiredService<T>();

    public virtual async Task InitializeAsync()
    {
        await new SmallSchool(folder: Folder).Stop();
        UseKestrel(0);
        StartServer();
        Address = new Uri(Get<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        foreach (var (login, person) in People)
            Assert.Null(await Get<AccountBook>().Open(login, person, Password, default));
    }

    /// <summary>Somebody signed in; null is nobody.</summary>
    public async Task<Caller> As(string? login) => new(Address, login is null ? null : await Token(login));

    /// <summary>One session a person, opened by the API itself.</summary>
    public async Task<string> Token(string login) =>
        _tokens.TryGetValue(login, out var known) ? known : _tokens[login] = await NewToken(login);

    public async Task<string> NewToken(string login)
    {
        using var nobody = new Caller(Address, null);
        var reply = await nobody.Post("api/v1/sign-in", new { login, password = Password });
        return reply.Json.GetProperty("token").GetString()!;
    }

    /// <summary>A school whose accounts were opened past the set-up would lead everybody who wants to sign in to it.</summary>
    public async Task FinishSetUp()
    {
        var code = Get<SetUpCode>();
        if (code.IsOpen)
            Assert.True(await code.Use(code.Issue(), () => Task.FromResult(true), made => made, wrong: false, default));
    }

    public Task<long> Head() => Get<ChangeLog>().Head();

    /// <summary>What the technician would find in the log file.</summary>
    public IReadOnlyList<string> Faults() => [.. Log().Where(line => Fault().IsMatch(line))];

    async Task IAsyncLifetime.DisposeAsync()
    {
        // A roster read anew in the background must not meet a folder that is gone.
        _ = Get<RosterSource>().Current;
        await base.DisposeAsync();
        await Released();
        var faults = Faults();
        Assert.NotEmpty(Log());
        _own.Dispose();
        Assert.Equal("", string.Join('\n', faults));
    }

    // The program has a thread of its own that may still be ending, and lets go of the folder last: the next one would find it taken.
    private async Task Released()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
        while (!IsFree(Path.Combine(Folder, ".lock")))
            await tick.WaitForNextTickAsync(limit.Token);
    }

    private static bool IsFree(string file)
    {
        try
        {
            new FileStream(file, FileMode.Open, FileAccess.ReadWrite, FileShare.None).Dispose();
            return true;
        }
        catch (FileNotFoundException)
        {
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment(EnvironmentName);
        builder.UseSetting("Journal:Data", Folder);
        builder.UseSetting("Journal:Demo", "false");
        foreach (var (name, limit) in Limits)
            builder.UseSetting($"Journal:{name}", limit.ToString(CultureInfo.InvariantCulture));
        builder.ConfigureTestServices(services =>
        {
            services.AddSingleton<TimeProvider>(Clock);
            services.AddSingleton(new SchoolClock(Clock, TimeZoneInfo.FindSystemTimeZoneById("Europe/Moscow")));
            services.AddSingleton(_ => new PasswordHashing(iterations: 10));
        });
    }

    public IEnumerable<string> Log() => Directory.EnumerateFiles(Path.Combine(Folder, "logs"), "*.log").SelectMany(Lines);

    private static IEnumerable<string> Lines(string file)
    {
        using var reader = new StreamReader(new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        return reader.ReadToEnd().Split('\n');
    }

    [GeneratedRegex(@"\[(ERR|FTL)\]", RegexOptions.None, 1000)]
    private static partial Regex Fault();
}

/// <summary>The same as a real school runs it.</summary>
public sealed class ApiSchoolInProduction : ApiSchool
{
    protected override string EnvironmentName => "Production";
}
