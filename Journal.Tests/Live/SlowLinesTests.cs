using System.Globalization;
using System.Net.Sockets;
using System.Net.WebSockets;
using System.Text;
using Journal.Core.Live;
using Journal.Core.Register;
using Journal.Core.Register.Storage;
using Journal.Core.Writing;
using Journal.Tests.Api;
using Journal.Tests.Support;
using Journal.Web.Diary;
using Journal.Web.Live;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using static Journal.Tests.Support.SmallSchoolFacts;

namespace Journal.Tests.Live;

/// <summary>Whoever holds a page open and does not keep up is let go of, and nobody else notices.</summary>
public sealed class SlowLinesTests : IAsyncLifetime
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(30);

    // Each test counts who listens: a school of its own.
    private readonly ApiSchool _school = new NarrowSchool();

    private JournalFeed Feed => _school.Get<JournalFeed>();

    private Subscriptions Programs => _school.Get<Subscriptions>();

    private Lines Lines => _school.Get<Lines>();

    private int Listeners => Feed.Listeners;

    public Task InitializeAsync() => _school.InitializeAsync();

    public Task DisposeAsync() => ((IAsyncLifetime)_school).DisposeAsync();

    [Fact]
    public async Task Who_reads_everything_and_confirms_nothing_is_cut_off_and_the_others_hear_everything()
    {
        var (before, cut) = (Listeners, Lines.CutAsSlow);
        await using var slow = await Open("teacher", "journal/1");
        await using var other = await Open("deputy", "journal/1");
        await Until(() => Lines.Owing == 0);
        slow.Hang();

        // Far more than is drawn without a confirmation, and no slower for it.
        for (var i = 0; i < 40; i++)
            await ChangesTests.TypeMany(_school, 5).WaitAsync(Deadline);
        await other.Drawn(await LastVersion());
        await Until(() => Lines.Owing == 1);
        Assert.Equal((before + 2, cut), (Listeners, Lines.CutAsSlow));

        _school.Clock.Advance(Lines.Patience + Lines.Every);
        await slow.Closed;
        await Until(() => Listeners == before + 1);

        Assert.Equal(cut + 1, Lines.CutAsSlow);
        await ChangesTests.TypeMany(_school, 1);
        await other.Drawn(await LastVersion());
        await Until(() => Lines.Owing == 0);
    }

    [Fact]
    public async Task Who_was_cut_off_and_comes_back_is_sent_to_load_the_page_anew()
    {
        var token = await _school.NewToken("class-teacher");
        await using var slow = await WatchedPage.Open(_school.Address, token, "journal/1", hangs: true);
        await Until(() => Lines.Owing == 1);
        _school.Clock.Advance(Lines.Patience + Lines.Every);
        await slow.Closed;

        await using var again = await WatchedPage.Connect(_school.Address, token);
        Assert.True(await again.TakeUp(slow.Secret));

        await again.Go(new Uri(_school.Address, "journal"));
        Assert.Contains(again.Scripts, script => script.Contains("journalLine.lost"));
    }

    [Fact]
    public async Task Who_lost_the_network_for_a_while_finds_the_page_as_it_was()
    {
        var (token, before) = (await _school.NewToken("class-teacher"), Listeners);
        var page = await WatchedPage.Open(_school.Address, token, "journal/1");
        await Until(() => Listeners == before + 1);
        await page.DisposeAsync();

        await Until(() => Lines.Open == 0);
        await ChangesTests.TypeMany(_school, 5);
        _school.Clock.Advance(Lines.Patience * 2);

        await using var again = await WatchedPage.Connect(_school.Address, token);
        Assert.True(await again.TakeUp(page.Secret));
        await again.Go(new Uri(_school.Address, "journal"));
        Assert.DoesNotContain(again.Scripts, script => script.Contains("journalLine.lost"));
    }

    [Fact]
    public async Task A_family_page_that_is_asked_to_come_anew_and_never_does_is_let_go_of()
    {
        var before = Listeners;
        await using var family = await Open("parent", "diary/21");
        family.Hang();
        var now = _school.Get<JournalPages>().Read(AlgebraPage)!.MarkAt(Work9, Anna);
        Assert.IsType<Applied>(await _school.Writer.Submit(Put(now.Value == CellValue.Of(5) ? "4" : "5", now.Version, Work9), Teacher));

        await Until(
            () => Listeners == before,
            () =>
            {
                _school.Clock.Advance(PageRefresh.Patience + PageRefresh.Pace);
                return Task.CompletedTask;
            }
        );

        await family.Closed;
    }

    [Fact]
    public async Task A_program_that_reads_nothing_falls_behind_and_is_let_go_of_and_the_others_are_not_kept_waiting()
    {
        var (before, behind) = (Listeners, Feed.Overflows);
        using var mute = await Mute("teacher");
        await Until(() => Listeners > before);
        var start = await _school.Head();
        await using var other = await Hearer.As(_school, "deputy");
        await other.Subscribe("course/1", start);
        var heard = new List<Word>();

        // Each time less than waits for a listener who keeps up: only what the mute one does not take can be too much.
        for (var i = 0; i < 60 && Feed.Overflows == behind; i++)
        {
            await ChangesTests.TypeMany(_school, 100, new string('c', 500)).WaitAsync(Deadline);
            heard.AddRange(await other.Until(await _school.Head()));
        }

        Assert.Equal((behind + 1, 2), (Feed.Overflows, Programs.Connections));
        // It goes on saying that it is there: that nothing is taken is enough to be cut off.
        await Until(() => Programs.Connections == 1 && Listeners == before + 1, () => Ping(mute));
        await ChangesTests.TypeMany(_school, 1);
        heard.AddRange(await other.Until(await _school.Head()));
        Assert.Equal(
            Enumerable.Range((int)start + 1, heard.Count).Select(seq => ("Changed", (long)seq)),
            heard.Select(word => (word.Method, word.Seq))
        );
    }

    // A line to the hub that follows the course and never takes anything from the socket.
    private async Task<ClientWebSocket> Mute(string login)
    {
        var little = new SocketsHttpHandler
        {
            ConnectCallback = async (to, ct) =>
            {
                var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { ReceiveBufferSize = 4096 };
                await socket.ConnectAsync(to.DnsEndPoint, ct);
                return new NetworkStream(socket, ownsSocket: true);
            },
        };
        var line = new ClientWebSocket();
        using var caller = new HttpMessageInvoker(little, disposeHandler: false);
        var address = new UriBuilder(new Uri(_school.Address, $"hubs/live?access_token={await _school.Token(login)}")) { Scheme = "ws" };
        await line.ConnectAsync(address.Uri, caller, default);
        await Say(line, "{\"protocol\":\"json\",\"version\":1}");
        await Say(line, $"{{\"type\":1,\"target\":\"Subscribe\",\"arguments\":[\"course/1\",{await _school.Head()}]}}");
        return line;
    }

    private static async Task Ping(ClientWebSocket line)
    {
        try
        {
            await Say(line, "{\"type\":6}");
        }
        catch (WebSocketException)
        {
            // It has just been cut.
        }
    }

    private static Task Say(ClientWebSocket line, string word) =>
        line.SendAsync(Encoding.UTF8.GetBytes($"{word}\u001e"), WebSocketMessageType.Text, endOfMessage: true, default);

    private async Task<WatchedPage> Open(string login, string path)
    {
        var wanted = Listeners + 1;
        var page = await WatchedPage.Open(_school, login, path);
        await Until(() => Listeners >= wanted);
        return page;
    }

    // As a page says it: the version of the cell that was typed into last.
    private async Task<string> LastVersion() => (await _school.Head()).ToString(CultureInfo.InvariantCulture);

    private static async Task Until(Func<bool> happened, Func<Task>? meanwhile = null)
    {
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
        using var deadline = new CancellationTokenSource(Deadline);
        while (!happened())
        {
            if (meanwhile is not null)
                await meanwhile();
            await tick.WaitForNextTickAsync(deadline.Token);
        }
    }

    /// <summary>The network holds next to nothing on its way: who takes nothing is soon noticed.</summary>
    private sealed class NarrowSchool : ApiSchool
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.ConfigureTestServices(services => services.Configure<SocketTransportOptions>(SetBuffers));
        }

        private static void SetBuffers(SocketTransportOptions options) =>
            options.CreateBoundListenSocket = endpoint =>
            {
                var socket = SocketTransportOptions.CreateDefaultBoundListenSocket(endpoint);
                socket.SendBufferSize = 4096;
                return socket;
            };
    }
}
