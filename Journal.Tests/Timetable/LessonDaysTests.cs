using CsCheck;
using Journal.Core.School;
using Journal.Core.Timetable;
using Journal.Tests.School;

namespace Journal.Tests.Timetable;

public class LessonDaysTests
{
    private static readonly SchoolCalendar Calendar = SchoolCalendarTests.FiveDays;
    private static readonly DateOnly FirstDay = new(2025, 9, 1);

    [Fact]
    public void A_card_gives_a_lesson_each_of_its_weekdays_that_is_a_school_day()
    {
        var lessons = LessonDays.Of([Card(DayOfWeek.Tuesday, 2)], Calendar);

        // 8 + 8 (4 November is a holiday) + 11 + 8 Tuesdays.
        Assert.Equal(35, lessons.Count);
        Assert.Equal(new DateOnly(2025, 9, 2), lessons[0].Date);
        Assert.DoesNotContain(lessons, lesson => lesson.Date == new DateOnly(2025, 11, 4));
    }

    [Fact]
    public void A_card_of_week_A_is_half_an_hour_a_week()
    {
        var lessons = LessonDays.Of([Card(DayOfWeek.Wednesday, 3, WeekKind.A)], Calendar);

        Assert.Equal(
            [new(2025, 9, 3), new(2025, 9, 17), new(2025, 10, 1), new(2025, 10, 15)],
            lessons.Take(4).Select(lesson => lesson.Date)
        );
        Assert.All(lessons, lesson => Assert.Equal(WeekKind.A, Calendar.WeekOf(lesson.Date)));
    }

    [Fact]
    public void The_cards_of_weeks_A_and_B_together_are_a_card_of_every_week()
    {
        var halves = LessonDays.Of([Card(DayOfWeek.Friday, 1, WeekKind.A), Card(DayOfWeek.Friday, 1, WeekKind.B)], Calendar);

        Assert.Equal(LessonDays.Of([Card(DayOfWeek.Friday, 1)], Calendar), halves);
    }

    [Fact]
    public void Several_lessons_of_a_day_come_in_the_order_of_their_numbers()
    {
        var lessons = LessonDays.Of([Card(DayOfWeek.Monday, 9), Card(DayOfWeek.Monday, 2), Card(DayOfWeek.Monday, 3)], Calendar);

        Assert.Equal([(FirstDay, 2), (FirstDay, 3), (FirstDay, 9)], lessons.Take(3).Select(lesson => (lesson.Date, lesson.Number)));
    }

    [Fact]
    public void A_timetable_changed_during_the_year_moves_the_lessons_from_that_day_on()
    {
        var change = new DateOnly(2025, 9, 10);
        var lessons = LessonDays.Of(
            [
                new CardSlot(DayOfWeek.Monday, 1, WeekKind.Every, FirstDay, change.AddDays(-1)),
                new CardSlot(DayOfWeek.Thursday, 5, WeekKind.Every, change, null),
            ],
            Calendar
        );

        Assert.Equal(
            [(new(2025, 9, 1), 1), (new(2025, 9, 8), 1), (new(2025, 9, 11), 5), (new(2025, 9, 18), 5)],
            lessons.Take(4).Select(lesson => (lesson.Date, lesson.Number))
        );
    }

    [Fact]
    public void Two_cards_on_one_slot_are_one_lesson() =>
        Assert.Equal(
            LessonDays.Of([Card(DayOfWeek.Monday, 1)], Calendar),
            LessonDays.Of([Card(DayOfWeek.Monday, 1), Card(DayOfWeek.Monday, 1)], Calendar)
        );

    [Fact]
    public void A_lesson_knows_its_term()
    {
        var lessons = LessonDays.Of([Card(DayOfWeek.Monday, 1)], Calendar);

        Assert.All(lessons, lesson => Assert.Equal(Calendar.TermOf(lesson.Date)!.Id, lesson.Term));
        Assert.Equal(4, lessons.DistinctBy(lesson => lesson.Term).Count());
    }

    [Fact]
    public void Without_cards_there_are_no_lessons() => Assert.Empty(LessonDays.Of([], Calendar));

    [Fact]
    public void Any_timetable_gives_ordered_lessons_on_school_days_once_each()
    {
        var card = Gen.Select(
            Gen.Int[0, 6],
            Gen.Int[1, 10],
            Gen.Int[0, 2],
            (day, number, week) => new CardSlot((DayOfWeek)day, number, (WeekKind)week, FirstDay, null)
        );

        card.Array[0, 8]
            .Sample(
                cards =>
                {
                    var lessons = LessonDays.Of(cards, Calendar);

                    return lessons.SequenceEqual(lessons.Distinct().OrderBy(lesson => lesson.Date).ThenBy(lesson => lesson.Number))
                        && lessons.All(lesson => Calendar.IsSchoolDay(lesson.Date));
                },
                iter: 50
            );
    }

    private static CardSlot Card(DayOfWeek day, int number, WeekKind week = WeekKind.Every) => new(day, number, week, FirstDay, null);
}
