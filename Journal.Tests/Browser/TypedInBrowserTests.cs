using System.Text.Json;
using Journal.Core.Register;
using Journal.Core.School;
using Journal.Tests.Support;
using Journal.Web.Register;
using static Journal.Tests.Register.TestPage;

namespace Journal.Tests.Browser;

/// <summary>What is echoed in the browser is what the server makes of it: both read the same texts the same way.</summary>
[Collection(GridBrowserCollection.Name)]
public sealed class TypedInBrowserTests(BrowserFixture browser, ApiSchool school) : IClassFixture<ApiSchool>
{
    private const string Letters = "5432109/.•, юЮнбуоНБУОyeyjYJ,aebozt";

    [Fact]
    public async Task Every_short_text_is_read_alike_in_the_browser_and_on_the_server()
    {
        string[] words =
        [
            "зач",
            "pfx",
            "незач",
            "ytpfx",
            "осв",
            "jcd",
            "н/а",
            "безотм",
            "о15",
            "j15",
            "о 15",
            "н15",
            "о0",
            "о91",
            "4 / 5",
            "4/5/3",
            "12345",
        ];
        var texts = Letters
            .SelectMany(first => Letters.Select(second => $"{first}{second}"))
            .Concat(Letters.Select(c => $"{c}"))
            .Concat(words);
        string[] all = [.. texts.Distinct()];
        await using var visitor = await browser.Visit(school, "teacher");
        await visitor.Page.GotoAsync("/sign-in");

        var read = await visitor.Page.EvaluateAsync<JsonElement>(
            """
            async ({ scale, codes, all }) => {
              const { reader } = await import('/typed.js');
              const read = reader(JSON.parse(scale), JSON.parse(codes));
              return all.map((text) => read(text)).map(({ kind, text, why }) => (kind === 'bad' ? 'bad' : kind === 'clear' ? '' : `${kind} ${text}`));
            }
            """,
            new
            {
                scale = GridWords.Of(Page.Rules).Scale,
                codes = GridWords.Of(Page.Rules).Codes,
                all,
            }
        );

        Assert.Equal(all.Select(text => $"{text} → {OnServer(text)}"), all.Select((text, i) => $"{text} → {read[i].GetString()}"));
    }

    private static string OnServer(string typed)
    {
        var absence = TypedAttendance.Parse(typed, AttendancePresets.Default);
        if (absence.Value is { } value)
            return value.IsEmpty ? "" : $"absence {TypedAttendance.Text(value, AttendancePresets.Default)}";
        if (absence.Refusal is MinutesOutOfRange or MinutesOnlyWhenLate)
            return "bad";

        var mark = TypedMark.Parse(typed, StandardScales.FivePoint);
        return mark.Value is { } cell ? $"mark {TypedMark.Text(cell, StandardScales.FivePoint)}" : "bad";
    }
}
