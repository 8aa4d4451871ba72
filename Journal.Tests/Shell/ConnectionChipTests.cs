using Bunit;
using Journal.Tests.Support;
using Journal.Web.Shell;

namespace Journal.Tests.Shell;

public sealed class ConnectionChipTests : BunitContext
{
    [Theory]
    [InlineData("ru", "На связи|Нет связи, записи сохранятся|Отправляется:|Ждут отправки:|Два разных значения:|Не принято:")]
    [InlineData("en", "Online|No connection, entries will be kept|Sending:|Waiting to be sent:|Two different values:|Not accepted:")]
    public void All_its_words_are_on_the_page_so_that_a_script_only_chooses(string language, string words)
    {
        Language.Is(language);

        var chip = Render<ConnectionChip>();

        Assert.Equal(words.Split('|'), chip.FindAll(".chip").Select(one => one.TextContent));
        Assert.Equal(
            ["up", "down", "sending", "waiting", "clash", "refused"],
            chip.FindAll(".chip").Select(one => one.GetAttribute("data-line"))
        );
        Assert.Equal("status", chip.Find(".line").GetAttribute("role"));
    }

    [Fact]
    public void Every_state_has_a_shape_of_its_own()
    {
        var chip = Render<ConnectionChip>();

        Assert.Equal(6, chip.FindAll("path").Select(path => path.GetAttribute("d")).Distinct().Count());
    }

    [Fact]
    public void Every_state_is_shown_by_the_style_sheet()
    {
        var sheet = Repository.Read("Journal.Web/wwwroot/staff.css");

        Assert.All(
            Render<ConnectionChip>().FindAll(".chip"),
            one =>
            {
                var state = one.GetAttribute("data-line");
                Assert.Contains($":root[data-line=\"{state}\"] .line [data-line=\"{state}\"]", sheet);
            }
        );
    }
}
