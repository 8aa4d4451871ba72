using Journal.Core.Demo;
using Journal.Core.School;

namespace Journal.Tests.Demo;

public class DemoYearTests
{
    [Theory]
    [InlineData("2026-09-01", 2026)]
    [InlineData("2026-11-22", 2026)]
    [InlineData("2026-12-31", 2026)]
    [InlineData("2027-01-01", 2026)]
    [InlineData("2027-05-26", 2026)]
    [InlineData("2027-07-15", 2026)]
    [InlineData("2027-08-31", 2026)]
    [InlineData("2027-09-01", 2027)]
    public void The_year_of_a_day_starts_in_its_autumn_and_lasts_through_the_summer(string today, int autumn)
    {
        var year = DemoYear.Of(DateOnly.Parse(today));

        Assert.Equal(new DateOnly(autumn, 9, 1), year.Starts);
        Assert.Equal(new DateOnly(autumn + 1, 5, 26), year.Ends);
    }

    [Theory]
    [InlineData("2026-09-01", true)] // Tuesday
    [InlineData("2026-11-20", true)]
    [InlineData("2026-11-22", false)] // Sunday
    [InlineData("2026-11-04", false)] // autumn holidays
    [InlineData("2026-12-30", false)]
    [InlineData("2027-01-10", false)]
    [InlineData("2027-01-11", true)]
    [InlineData("2027-02-23", false)] // a public holiday on a Tuesday
    [InlineData("2027-03-08", false)]
    [InlineData("2027-05-03", false)] // 1 May is a Saturday
    [InlineData("2027-05-10", false)] // 9 May is a Sunday
    [InlineData("2027-05-26", true)]
    [InlineData("2027-05-27", false)]
    public void Lessons_are_on_working_days_outside_the_holidays(string day, bool school) =>
        Assert.Equal(school, DemoYear.Of(new(2026, 11, 22)).Calendar(7).IsSchoolDay(DateOnly.Parse(day)));

    [Fact]
    public void A_first_grade_rests_a_week_in_February()
    {
        var year = DemoYear.Of(new(2026, 11, 22));
        var wednesday = new DateOnly(2027, 2, 17);

        Assert.False(year.Calendar(1).IsSchoolDay(wednesday));
        Assert.True(year.Calendar(2).IsSchoolDay(wednesday));
    }

    [Theory]
    [InlineData(2024)]
    [InlineData(2025)]
    [InlineData(2026)]
    [InlineData(2027)]
    [InlineData(2028)]
    [InlineData(2029)]
    public void Every_school_day_belongs_to_one_quarter_and_a_year_has_about_34_weeks(int autumn)
    {
        var year = DemoYear.Of(new(autumn, 10, 1));

        var days = year.Calendar(5).SchoolDays(year.Starts, year.Ends).ToList();

        Assert.InRange(days.Count, 160, 175);
        Assert.Equal(4, days.Select(d => year.Calendar(5).TermOf(d)!.Id).Distinct().Count());
        Assert.Equal(2, days.Select(d => year.Calendar(11).TermOf(d)!.Id).Distinct().Count());
    }

    [Fact]
    public void Weeks_take_turns()
    {
        var calendar = DemoYear.Of(new(2026, 11, 22)).Calendar(5);

        Assert.Equal(WeekKind.A, calendar.WeekOf(new(2026, 9, 1)));
        Assert.Equal(WeekKind.B, calendar.WeekOf(new(2026, 9, 7)));
    }
}
