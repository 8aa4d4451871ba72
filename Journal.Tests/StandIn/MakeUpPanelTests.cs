using Bunit;
using Journal.Core.Basics;
using Journal.Core.Register;
using Journal.Core.Writing;
using Journal.Tests.Shell;
using Journal.Web.LessonRecord;
using static Journal.Tests.Support.SmallSchoolFacts;

namespace Journal.Tests.StandIn;

/// <summary>A lesson's record tells who made it up, live.</summary>
public sealed class MakeUpPanelTests : StaffContext
{
    [Fact]
    public async Task Who_made_the_lesson_up_without_a_protocol_is_named_until_there_is_one()
    {
        var page = Show<LessonSheet>(Teacher, sheet => sheet.Add(one => one.Id, Lesson16).Add(one => one.Me, Teacher.Person));
        await Done(Absent("н", lesson: Lesson16));
        Assert.Empty(page.FindAll("[aria-labelledby=make-ups]"));

        await Done(Put("4", work: Work16));
        page.WaitForAssertion(() => Assert.Equal("отработка без протокола", page.Find("[aria-labelledby=make-ups] .chip").TextContent));
        Assert.Equal("/journal/1?student=21&term=2", page.Find("[aria-labelledby=make-ups] a").GetAttribute("href"));

        await Done(new RecordMakeUp(Algebra, Lesson16, Anna, "5", Today, "Иванова, Петров", 0));
        page.WaitForAssertion(() =>
            Assert.Equal(
                ["отработано 20.11, протокол № 5", "Комиссия: Иванова, Петров"],
                page.FindAll("[aria-labelledby=make-ups] small").Select(line => line.TextContent)
            )
        );
        Assert.Empty(page.FindAll("[aria-labelledby=make-ups] .chip"));
    }

    private async Task Done(Command command) => Assert.IsType<Applied>(await School.Submit(command));
}
