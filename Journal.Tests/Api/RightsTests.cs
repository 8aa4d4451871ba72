using System.Reflection;
using System.Text.RegularExpressions;
using Journal.Core.Access;
using Journal.Core.Basics;
using Journal.Core.Live;
using Journal.Core.Writing;
using Journal.Tests.Live;
using Journal.Tests.Support;
using Journal.Web.Live;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.SignalR;

namespace Journal.Tests.Api;

/// <summary>
/// Every way in × every kind of person × an own, a foreign and a missing object. The ways are found by reflection: one that has no row in
/// <see cref="RightsTable"/> fails here.
/// </summary>
public sealed partial class RightsTests(ApiSchool school) : IClassFixture<ApiSchool>
{
    private static readonly string?[] Everyone = [null, .. ApiSchool.People.Keys];

    public static TheoryData<string> Routes => [.. RightsTable.Routes.Keys];

    public static TheoryData<string> Pages => [.. RightsTable.Pages.Keys];

    public static TheoryData<string> Audiences => [.. RightsTable.Audiences.Keys];

    public static TheoryData<string> Commands => [.. RightsTable.Commands.Select(row => row.Name)];

    public static TheoryData<string> Questions => [.. RightsTable.Readings.Keys];

    [Fact]
    public void Every_route_has_a_row() =>
        Assert.Equal(
            RightsTable.Routes.Keys.Order(),
            school.Get<EndpointDataSource>().Endpoints.SelectMany(RightsTable.NamesOf).Distinct().Order()
        );

    [Fact]
    public void Every_page_has_a_row() =>
        Assert.Equal(
            RightsTable.Pages.Keys.Order(),
            school.Get<EndpointDataSource>().Endpoints.SelectMany(RightsTable.PageOf).Distinct().Order()
        );

    [Fact]
    public void Every_hub_method_has_its_test()
    {
        var methods = typeof(LiveHub).GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly);

        // Subscribe: below, by audience. Unsubscribe takes only from the caller's own line.
        Assert.Equal(["Subscribe", "Unsubscribe"], methods.Where(one => one.GetBaseDefinition() == one).Select(one => one.Name).Order());
    }

    [Fact]
    public void Every_kind_of_audience_has_rows()
    {
        var kinds = RightsTable.Audiences.Keys.Select(name => Audience.Parse(name)!.Value.Kind).Distinct();

        Assert.Equal(Enum.GetValues<AudienceKind>(), kinds.Order());
    }

    [Fact]
    public void Every_command_has_a_row() =>
        Assert.Equal(
            school.Get<CommandBook>().Types.Select(type => type.Name).Order(),
            RightsTable.Commands.Select(row => row.Name).Order()
        );

    [Fact]
    public void Every_question_has_a_row()
    {
        var questions = typeof(Readings).GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly);

        Assert.Equal(questions.Select(one => one.Name).Order(), RightsTable.Readings.Keys.Order());
    }

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task A_route_is_open_to_whom_its_row_says(string route)
    {
        var row = RightsTable.Routes[route];
        foreach (var who in Everyone)
        {
            var token = who is null ? null : await (row.EndsSession ? school.NewToken(who) : school.Token(who));
            using var caller = new Caller(school.Address, token);
            await Check(row, who, caller);
        }
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_is_shown_to_whom_its_row_says(string page)
    {
        var row = RightsTable.Pages[page];
        foreach (var who in Everyone)
        {
            using var caller = await school.As(who);
            var own = await caller.Get(row.Own);
            Assert.True(row.For.Contains(who) == IsOpen(own), $"{who ?? "nobody"}: {own}");
            if (who is null || row.Foreign is null)
                continue;

            var foreign = await caller.Get(row.Foreign);
            Assert.True(row.ForeignFor.Contains(who) == IsOpen(foreign), $"{who}, foreign: {foreign}");
            // Which ids exist is not told.
            if (!row.ForeignFor.Contains(who))
                Assert.Equal(PageText(foreign, row.Foreign), PageText(await caller.Get(row.Missing!), row.Missing!));
        }
    }

    [Theory]
    [MemberData(nameof(Audiences))]
    public async Task An_audience_is_heard_by_whom_its_row_says_on_the_line_and_in_the_log(string audience)
    {
        foreach (var who in ApiSchool.People.Keys)
        {
            var may = RightsTable.Audiences[audience].Contains(who);
            using var caller = await school.As(who);
            var polled = await caller.Get($"api/v1/changes?audience={audience}&after=0");
            await using var hearer = await Hearer.As(school, who);
            var subscribed = await Record.ExceptionAsync(() => hearer.Subscribe(audience, 0));

            Assert.True((may ? 200 : 404) == polled.Code, $"{who} polling {audience}: {polled}");
            Assert.True(may ? subscribed is null : subscribed is HubException, $"{who} subscribing to {audience}: {subscribed}");
        }
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task A_command_is_taken_from_whom_its_row_says(string name)
    {
        var row = RightsTable.Commands.Single(one => one.Name == name);
        var head = await school.Head();
        foreach (var (who, person) in ApiSchool.People)
        {
            Assert.True(row.For.Contains(who) == await IsTaken(row.Own, person), $"{who}: own {name}");
            if (row.Foreign is not null)
                Assert.True(row.ForeignFor.Contains(who) == await IsTaken(row.Foreign, person), $"{who}: foreign {name}");
        }

        Assert.Equal(head, await school.Head());
    }

    [Theory]
    [MemberData(nameof(Questions))]
    public async Task A_question_is_answered_to_whom_its_row_says(string name)
    {
        var row = RightsTable.Readings[name];
        foreach (var (who, person) in ApiSchool.People)
        {
            Assert.True(row.For.Contains(who) == await row.Own(school, person), $"{who}: own {name}");
            Assert.True(row.ForeignFor.Contains(who) == await row.Foreign(school, person), $"{who}: foreign {name}");
        }
    }

    private static async Task Check(RouteRow row, string? who, Caller caller)
    {
        var own = await caller.Send(row.Own());
        Assert.True(row.For.Contains(who) == IsOpen(own), $"{who ?? "nobody"}: {own}");
        if (row.Foreign is null)
            return;

        var foreign = await caller.Send(row.Foreign());
        var missing = await caller.Send(row.Missing!());
        Assert.True(row.ForeignFor.Contains(who) == IsOpen(foreign), $"{who ?? "nobody"}, foreign: {foreign}");
        if (row.ForeignFor.Contains(who) || row.Known.Contains(who))
            return;
        // Which ids exist is not told.
        Assert.Equal(foreign.Told, missing.Told);
    }

    // What differs by itself: where the page is, tokens, and the sealed marks by which it becomes interactive.
    private static string PageText(Reply reply, string path) =>
        $"{reply.Code} {Sealed().Replace(reply.Text.Replace(path, "").Replace(Uri.EscapeDataString(path), ""), "")}";

    [GeneratedRegex("<!--.*?-->|value=\"CfDJ[^\"]+\"|\"state\":\"[^\"]+\"", RegexOptions.Singleline, 1000)]
    private static partial Regex Sealed();

    private static bool IsOpen(Reply reply) =>
        reply.Code is not (401 or 403 or 404) && reply.Headers.Location is null && !reply.Text.Contains("\"forbidden\"");

    // Together with one that can never be right, as one whole: nothing is ever recorded here.
    private async Task<bool> IsTaken(Func<Command> command, PersonId person)
    {
        var never = SmallSchoolFacts.Put("no such mark");
        var answers = await school.Writer.Submit([command(), never], new Actor(person), atomic: true);
        return answers[0] is not Refused { Why: Forbidden };
    }
}
