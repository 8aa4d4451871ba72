using Bunit;
using Journal.Core.Basics;
using Journal.Core.Register;
using Journal.Core.Register.Storage;
using Journal.Core.School;
using Journal.Core.Writing;
using Journal.Tests.Shell;
using Journal.Tests.Support;
using Journal.Web.Morning;
using static Journal.Tests.Support.SmallSchoolFacts;

namespace Journal.Tests.Home;

/// <summary>The deputy's morning: 7Б has algebra as its second lesson, 8А has none today.</summary>
public sealed class MorningTests : StaffContext
{
    [Fact]
    public async Task A_class_nobody_has_marked_says_so()
    {
        var morning = await Read();

        var row = morning.Classes[0];
        Assert.Equal(("7Б", 4, 4), (row.Name, row.Students, row.Unsaid));
        var slot = Assert.Single(row.Slots);
        Assert.Equal((2, 1, 0), (slot.Number, slot.Lessons, slot.Taken));
        Assert.Empty(morning.Classes[1].Slots);
    }

    [Fact]
    public async Task Who_is_there_is_counted_by_what_the_last_lesson_says()
    {
        await Done(Absent("н"));
        await Done(Absent("б", student: Boris));
        await Done(Absent("о5", student: Vera));
        await Done(new DeclareRoll(Algebra, LessonToday));

        var row = (await Read()).Classes[0];

        Assert.Equal((2, 1, 1, 1, 0), (row.Present, row.Ill, row.Unknown, row.Late, row.Unsaid));
        Assert.True(row.Slots[0].IsTaken);
    }

    [Fact]
    public async Task An_explained_absence_counts_by_its_reason()
    {
        await Done(Absent("н"));
        Assert.IsType<Applied>(
            await School.Writer.Submit(new ExplainAbsences(Anna, [new(Algebra, LessonToday, 0)], new(3), "заявление"), ClassTeacher)
        );

        var row = (await Read()).Classes[0];

        Assert.Equal((0, 1), (row.Unknown, row.Valid));
    }

    [Fact]
    public async Task The_open_page_hears_of_every_roll_of_the_school()
    {
        await School.Writer.Record(new BellAdded(new(1), 2, new(9, 30), new(10, 10)));
        var page = Show<MorningPage>(Deputy, _ => { });
        Assert.Equal("now", page.Find(".slots li").ClassName);

        await Done(Absent("н"));
        await Done(new DeclareRoll(Algebra, LessonToday));
        School.Clock.Advance(TimeSpan.FromSeconds(1));

        page.WaitForAssertion(() => Assert.Equal("yes", page.Find(".slots li").ClassName));
        Assert.Equal("3 / 4", page.FindAll(".morning tbody tr:first-child .num")[0].TextContent);
        Assert.Equal("1", page.Find(".warns .value").TextContent);
    }

    [Fact]
    public void For_everybody_else_there_is_no_such_page() =>
        Assert.Contains("Такой страницы нет", Show<MorningPage>(Teacher, _ => { }).Markup);

    private async Task Done(Command command) => Assert.IsType<Applied>(await School.Submit(command));

    private Task<SchoolMorning> Read() => School.Get<Mornings>().Read(School.Roster, Today);
}
