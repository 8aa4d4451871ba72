using System.Net;
using System.Net.Sockets;
using System.Net.WebSockets;
using System.Text;
using Journal.Core.Basics;
using Journal.Core.Classes;
using Journal.Core.Courses;
using Journal.Core.People;
using Journal.Core.Writing;
using Journal.Tests.Api;
using Journal.Tests.Support;
using Journal.Web.Accounts;
using Journal.Web.Live;
using Microsoft.AspNetCore.SignalR;
using static Journal.Tests.Support.SmallSchoolFacts;

namespace Journal.Tests.Live;

/// <summary>
/// Who may be on the line, and for how long. The school's clock stands still in these tests, so whatever ends here ends by itself and at once.
/// </summary>
public sealed class HubRightsTests : IAsyncLifetime
{
    private readonly ApiSchool _school = new();

    public Task InitializeAsync() => _school.InitializeAsync();

    public Task DisposeAsync() => ((IAsyncLifetime)_school).DisposeAsync();

    [Fact]
    public async Task A_guardian_who_loses_the_child_hears_the_end_and_nothing_after_it()
    {
        await using var parent = await Hearer.As(_school, "parent");
        await parent.Subscribe("student/21", await _school.Head());
        await parent.Subscribe("person/9", await _school.Head());

        await Applied(new UnlinkGuardian(Parent.Person, Anna, SmallSchoolFacts.Today), Registrar);
        var end = new[] { await parent.Next(), await parent.Next() };
        await Applied(Put("2"), Teacher);
        await Applied(new LinkGuardian(Parent.Person, Vera, SmallSchoolFacts.Today), Registrar);

        Assert.Contains(new Word("Ended", "student/21", 0), end);
        Assert.Equal("person/9", (await parent.Next()).Audience);
        await Assert.ThrowsAsync<HubException>(() => parent.Subscribe("student/21", 0));
    }

    [Fact]
    public async Task A_teacher_who_loses_the_course_hears_the_end()
    {
        await using var teacher = await Hearer.As(_school, "teacher");
        await teacher.Subscribe("course/1", await _school.Head());

        await Applied(new EndLoad(Algebra, Teacher.Person, SmallSchoolFacts.Today), Deputy);

        // The change that ended it may still be heard: it was made while the right was held.
        var word = await teacher.Next();
        while (word.Method != "Ended")
            word = await teacher.Next();
        Assert.Equal("course/1", word.Audience);
    }

    [Fact]
    public async Task Who_signs_out_is_cut_off()
    {
        var token = await _school.NewToken("teacher");
        await using var hearer = await Hearer.Connect(_school, token);
        await hearer.Subscribe("course/1", 0);
        using var caller = new Caller(_school.Address, token);

        await caller.Post("api/v1/sign-out", new { });

        await hearer.Closed;
        await Assert.ThrowsAsync<HttpRequestException>(() => Hearer.Connect(_school, token));
    }

    [Fact]
    public async Task A_frozen_account_and_an_expired_session_are_cut_off()
    {
        await using var parent = await Hearer.As(_school, "parent");
        await using var student = await Hearer.As(_school, "student");
        using var caller = await _school.As("parent");
        var account = _school.Get<Sessions>().Find(await _school.Token("parent"))!.AccountId;

        await _school.Get<AccountBook>().Freeze(account, default);
        await parent.Closed;
        _school.Clock.Advance(Sessions.Lifetime + TimeSpan.FromSeconds(1));
        await student.Closed;

        Assert.Equal(0, _school.Get<Subscriptions>().Connections);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("nonsense")]
    public async Task Without_a_good_token_there_is_no_line(string? token)
    {
        var refused = await Assert.ThrowsAsync<HttpRequestException>(() => Hearer.Connect(_school, token));

        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
    }

    [Theory]
    [InlineData("http://evil.example")]
    [InlineData("null")]
    [InlineData("http://127.0.0.1")]
    public async Task A_page_of_another_origin_gets_no_line(string origin)
    {
        var token = await _school.Token("teacher");

        var refused = await Assert.ThrowsAsync<HttpRequestException>(() => Hearer.Connect(_school, token, origin: origin));
        await using var own = await Hearer.Connect(_school, token, origin: _school.Address.GetLeftPart(UriPartial.Authority));

        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
    }

    [Theory]
    [InlineData("a%b")]
    [InlineData("..")]
    [InlineData("a:99999")]
    [InlineData("-")]
    public async Task A_host_that_makes_no_address_is_refused_and_no_failure(string host)
    {
        using var tcp = new TcpClient();
        await tcp.ConnectAsync(IPAddress.Loopback, _school.Address.Port);
        var request = $"POST /hubs/live/negotiate HTTP/1.1\r\nHost: {host}\r\nOrigin: http://evil.example\r\nContent-Length: 0\r\n\r\n";
        await tcp.GetStream().WriteAsync(Encoding.ASCII.GetBytes(request));
        using var answer = new StreamReader(tcp.GetStream());

        Assert.Matches("^HTTP/1.1 4", await answer.ReadLineAsync());
    }

    [Fact]
    public async Task One_account_has_so_many_lines_and_no_more()
    {
        var token = await _school.Token("teacher");
        var lines = new List<Hearer>();
        for (var i = 0; i < Subscriptions.MostConnectionsOfAnAccount; i++)
            lines.Add(await Hearer.Connect(_school, token));

        await using (var oneMore = await Hearer.Connect(_school, token))
            await oneMore.Closed;
        await lines[0].Subscribe("course/1", 0);

        foreach (var line in lines)
            await line.DisposeAsync();
    }

    [Fact]
    public async Task One_line_follows_so_many_audiences_and_no_more()
    {
        var students = Enumerable.Range(1001, Subscriptions.MostOfAConnection + 1).ToArray();
        await _school.Writer.Bulk(Guid.CreateVersion7(), Crowd(students));
        await using var director = await Hearer.As(_school, "director");
        foreach (var student in students[..^1])
            await director.Subscribe($"student/{student}", 0);

        var refused = await Assert.ThrowsAsync<HubException>(() => director.Subscribe($"student/{students[^1]}", 0));

        Assert.EndsWith("too-many-subscriptions", refused.Message);
    }

    [Fact]
    public async Task A_client_that_never_reads_delays_nobody_and_can_still_be_cut_off()
    {
        var token = await _school.NewToken("class-teacher");
        using var deaf = await Deaf(token);
        foreach (var audience in new[] { "course/1", "class/1", "student/23" })
            await Say(deaf, $$"""{"type":1,"target":"Subscribe","arguments":["{{audience}}",0]}""");
        await using var hearer = await Hearer.As(_school, "teacher");
        var start = await _school.Head();
        await hearer.Subscribe("course/1", start);

        for (var i = 0; i < 10; i++)
        {
            await ChangesTests.TypeMany(_school, 200, new string('я', 499));
            await hearer.Until(await _school.Head());
        }

        using var caller = new Caller(_school.Address, token);
        await caller.Post("api/v1/sign-out", new { });
        await Assert.ThrowsAnyAsync<WebSocketException>(() => ReadToTheEnd(deaf).WaitAsync(Hearer.Patience));
    }

    private async Task Applied(Command command, Actor actor) => Assert.IsType<Applied>(await _school.Writer.Submit(command, actor));

    private static IEnumerable<DatedFact> Crowd(int[] students)
    {
        var start = new DateTimeOffset(YearStart, new TimeOnly(6, 0), TimeSpan.Zero);
        foreach (var student in students)
        {
            yield return new(start, Administrator.Person, new PersonAdded(new(student)) { Card = new($"Фамилия{student}", "Имя", null) });
            yield return new(start, Administrator.Person, new ClassJoined(new(student), Class8A, YearStart, null));
        }
    }

    // A raw socket with hardly any room, so that it is full soon.
    private async Task<ClientWebSocket> Deaf(string token)
    {
        var socket = new ClientWebSocket();
        using var http = new HttpMessageInvoker(
            new SocketsHttpHandler
            {
                ConnectCallback = async (context, ct) =>
                {
                    var tcp = new Socket(SocketType.Stream, ProtocolType.Tcp) { ReceiveBufferSize = 4096 };
                    await tcp.ConnectAsync(context.DnsEndPoint, ct);
                    return new NetworkStream(tcp, ownsSocket: true);
                },
            }
        );
        await socket.ConnectAsync(new Uri($"ws://{_school.Address.Authority}/hubs/live?access_token={token}"), http, default);
        await Say(socket, """{"protocol":"json","version":1}""");
        return socket;
    }

    private static Task Say(ClientWebSocket socket, string message) =>
        socket.SendAsync(Encoding.UTF8.GetBytes(message + '\u001e'), WebSocketMessageType.Text, endOfMessage: true, default);

    private static async Task ReadToTheEnd(ClientWebSocket socket)
    {
        var buffer = new byte[1 << 16];
        while ((await socket.ReceiveAsync(buffer, default)).MessageType != WebSocketMessageType.Close)
        {
            // What had been sent before the end.
        }

        throw new WebSocketException("closed");
    }
}
