using CsCheck;
using Journal.Core.Basics;
using Journal.Core.School;

namespace Journal.Tests.School;

public class SchoolCalendarTests
{
    // 2025/26: 1 September is a Monday.
    public static readonly SchoolCalendar FiveDays = Year(studyDays: 5);
    private static readonly SchoolCalendar SixDays = Year(studyDays: 6);

    [Theory]
    [InlineData("2025-08-31", null)]
    [InlineData("2025-09-01", 1)]
    [InlineData("2025-10-24", 1)]
    [InlineData("2025-10-25", null)]
    [InlineData("2025-11-04", 2)]
    [InlineData("2026-01-12", 3)]
    [InlineData("2026-05-26", 4)]
    [InlineData("2026-05-27", null)]
    public void A_date_belongs_to_a_term_or_lies_between_terms(string date, int? term) =>
        Assert.Equal(term, FiveDays.TermOf(Date(date))?.Number);

    [Theory]
    [InlineData("2025-09-05", true, true)] // Friday
    [InlineData("2025-09-06", false, true)] // Saturday
    [InlineData("2025-09-07", false, false)] // Sunday
    [InlineData("2025-10-28", false, false)] // vacation between terms
    [InlineData("2025-11-04", false, false)] // a public holiday inside the term
    [InlineData("2025-11-05", true, true)]
    [InlineData("2026-02-23", false, false)]
    public void A_school_day_is_in_a_term_in_the_week_and_no_holiday(string date, bool five, bool six)
    {
        Assert.Equal(five, FiveDays.IsSchoolDay(Date(date)));
        Assert.Equal(six, SixDays.IsSchoolDay(Date(date)));
    }

    [Theory]
    [InlineData("2025-09-01", WeekKind.A)]
    [InlineData("2025-09-07", WeekKind.A)]
    [InlineData("2025-09-08", WeekKind.B)]
    [InlineData("2025-09-15", WeekKind.A)]
    [InlineData("2025-10-27", WeekKind.A)] // weeks alternate through the vacation
    [InlineData("2025-11-05", WeekKind.B)]
    [InlineData("2026-01-12", WeekKind.B)]
    public void Weeks_alternate_from_the_first_one(string date, WeekKind week) => Assert.Equal(week, FiveDays.WeekOf(Date(date)));

    [Fact]
    public void A_year_that_begins_on_a_Sunday_has_its_first_week_on_Monday()
    {
        var year = new SchoolCalendar([new(new TermId(1), 1, "1 четверть", Date("2024-09-01"), Date("2024-10-27"))], [], studyDays: 6);

        Assert.Equal(Date("2024-09-02"), year.FirstSchoolDay);
        Assert.Equal(WeekKind.A, year.WeekOf(Date("2024-09-02")));
    }

    [Theory]
    [InlineData("2025-06-01", "2025-09-01")]
    [InlineData("2025-09-01", "2025-09-02")]
    [InlineData("2025-09-05", "2025-09-08")]
    [InlineData("2025-10-24", "2025-11-05")]
    [InlineData("2026-05-25", "2026-05-26")]
    public void The_next_school_day_is_found_over_weekends_and_vacations(string date, string next) =>
        Assert.Equal(Date(next), FiveDays.NextSchoolDay(Date(date)));

    [Fact]
    public void After_the_last_day_there_is_no_next_one()
    {
        Assert.Null(FiveDays.NextSchoolDay(Date("2026-05-26")));
        Assert.Null(new SchoolCalendar([], [], 5).NextSchoolDay(Date("2025-09-01")));
    }

    [Fact]
    public void The_next_school_day_is_a_school_day_with_none_in_between() =>
        Gen.Int[0, 400]
            .Sample(offset =>
            {
                var date = Date("2025-07-01").AddDays(offset);
                var between = SixDays.SchoolDays(date.AddDays(1), Date("2026-06-30"));

                return SixDays.NextSchoolDay(date) == between.Cast<DateOnly?>().FirstOrDefault();
            });

    [Fact]
    public void Two_weeks_on_the_kind_of_week_is_the_same_and_one_week_on_it_is_the_other() =>
        Gen.Int[-100, 400]
            .Sample(offset =>
            {
                var date = Date("2025-09-01").AddDays(offset);
                var week = FiveDays.WeekOf(date);

                return week == FiveDays.WeekOf(date.AddDays(14)) && week != FiveDays.WeekOf(date.AddDays(7));
            });

    private static SchoolCalendar Year(int studyDays) =>
        new(
            [
                Term(1, "2025-09-01", "2025-10-24"),
                Term(2, "2025-11-03", "2025-12-30"),
                Term(3, "2026-01-12", "2026-03-27"),
                Term(4, "2026-04-06", "2026-05-26"),
            ],
            [
                new("День народного единства", Date("2025-11-03"), Date("2025-11-04")),
                new("День защитника Отечества", Date("2026-02-23"), Date("2026-02-23")),
                new("Праздник весны и труда", Date("2026-05-01"), Date("2026-05-03")),
            ],
            studyDays
        );

    private static TermSpan Term(int number, string starts, string ends) =>
        new(new TermId(number), number, $"{number} четверть", Date(starts), Date(ends));

    private static DateOnly Date(string text) => DateOnly.Parse(text);
}
