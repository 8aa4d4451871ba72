using Journal.Core.Basics;
using Journal.Core.Homework;
using Journal.Core.Lessons;
using Journal.Web.Homework;

namespace Journal.Tests.Homework;

/// <summary>How much is set for a day: of each student, not of the class.</summary>
public class DayLoadTests
{
    private static readonly StudentId Anna = new(1);
    private static readonly StudentId Boris = new(2);
    private static readonly DateOnly Monday = new(2026, 12, 21);

    private static readonly LoadTask Physics = Task(1, 40, Anna, Boris);
    private static readonly LoadTask EnglishOfAnna = Task(2, 30, Anna);
    private static readonly LoadTask EnglishOfBoris = Task(3, 25, Boris);
    private static readonly DayLoad Day = new(Monday, [Physics, EnglishOfAnna, EnglishOfBoris, Task(4, null, Anna)]);

    [Fact]
    public void Two_subgroups_tasks_are_never_one_childs() => Assert.Equal(70, Day.Minutes);

    [Fact]
    public void A_correction_takes_the_place_of_what_it_corrects()
    {
        Assert.Equal(30 + 60, Day.MinutesWith(Physics with { Minutes = 60 }));
        Assert.Equal(70 + 20, Day.MinutesWith(Task(9, 20, Anna)));
        Assert.Equal(70, Day.MinutesWith(Task(9, 5, Boris)));
    }

    [Fact]
    public void Nothing_set_is_no_minutes() => Assert.Equal(0, new DayLoad(Monday, []).Minutes);

    [Theory]
    [InlineData(0, null)]
    [InlineData(1, 60)]
    [InlineData(2, 90)]
    [InlineData(3, 90)]
    [InlineData(4, 120)]
    [InlineData(5, 120)]
    [InlineData(6, 150)]
    [InlineData(8, 150)]
    [InlineData(9, 210)]
    [InlineData(11, 210)]
    [InlineData(13, null)]
    public void The_norm_is_of_the_grade(int grade, int? minutes) => Assert.Equal(minutes, HomeworkNorm.MinutesOf(grade));

    [Fact]
    public void The_bar_shows_what_is_above_the_norm()
    {
        var weight = DayWeight.Of(Day, Task(9, 100, Anna), norm: 150);

        Assert.Equal((170, 20, "88.24%"), (weight.Sum, weight.Over, weight.Mark));
        Assert.Equal([false, false, false, true], weight.Pieces.Select(piece => piece.IsMine));
    }

    [Fact]
    public void Pieces_of_two_subgroups_share_the_sum_of_one_child()
    {
        var weight = DayWeight.Of(new(Monday, [EnglishOfAnna, EnglishOfBoris]), null, norm: 60);

        Assert.Equal("27.27%", weight.Width(weight.Pieces[0]));
        Assert.Equal(30, weight.Sum);
    }

    [Fact]
    public void A_day_with_a_lesson_and_room_is_advised_when_the_chosen_one_is_full()
    {
        var mine = Task(9, 100, Anna);
        DayLoad[] days = [Day, new(Monday.AddDays(1), []), new(Monday.AddDays(2), [Task(5, 20, Anna)])];
        Lesson[] next = [Lesson(Monday), Lesson(Monday.AddDays(2))];

        Assert.Equal(Monday.AddDays(2), new WeekWeight(days, mine, Monday, 150).Better(next)?.Date);
        Assert.Null(new WeekWeight(days, mine with { Minutes = 80 }, Monday, 150).Better(next));
        Assert.Null(new WeekWeight(days, mine with { Minutes = 140 }, Monday, 150).Better(next));
        Assert.Null(new WeekWeight(days, mine, Monday, null).Better(next));
    }

    private static LoadTask Task(int lesson, int? minutes, params StudentId[] students) =>
        new(new(lesson), new(lesson), null, "№ 5", minutes, [.. students]);

    private static Lesson Lesson(DateOnly date) => new(new(date.DayNumber), date, 1, LessonStatus.Planned, [], null, null);
}
