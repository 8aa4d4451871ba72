using Bunit;
using Journal.Tests.Support;
using Journal.Web.Accounts.Pages;

namespace Journal.Tests.Web;

public sealed class SignInPartsTests : BunitContext
{
    public SignInPartsTests() => Language.Is("ru");

    [Fact]
    public void The_sign_in_fields_say_what_went_wrong_where_it_is_heard()
    {
        var fine = Render<SignInFields>();
        var wrong = Render<SignInFields>(p => p.Add(f => f.Trouble, "не подошли").Add(f => f.Login, "teacher"));

        Assert.Empty(fine.FindAll(".err"));
        Assert.False(fine.Find("input").HasAttribute("aria-invalid"));
        Assert.Equal("не подошли", wrong.Find("[role=alert] .err").TextContent);
        Assert.All(wrong.FindAll("input"), input => Assert.Equal("true", input.GetAttribute("aria-invalid")));
        Assert.Equal("teacher", wrong.Find("input[name=Login]").GetAttribute("value"));
        Assert.False(wrong.Find("input[name=Password]").HasAttribute("value"));
    }

    [Fact]
    public void Where_there_is_nobody_to_play_there_is_no_panel()
    {
        var nobody = Render<DemoPanel>(p => p.Add(d => d.People, []));
        Assert.Equal("", nobody.Markup.Trim());
    }
}
