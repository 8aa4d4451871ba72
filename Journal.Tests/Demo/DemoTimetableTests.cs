using Journal.Core.Classes;
using Journal.Core.School;

namespace Journal.Tests.Demo;

public class DemoTimetableTests
{
    [Theory]
    [InlineData("small")]
    [InlineData("large")]
    public void No_teacher_is_in_two_lessons_at_once(string variant)
    {
        var school = DemoSchools.Of(variant);

        var taken =
            from card in school.Timetable
            from teacher in school.Courses[card.Course.Value - 1].Teachers
            select (teacher, card.Weekday, card.Number);

        Assert.Equal(taken.Count(), taken.Distinct().Count());
    }

    [Theory]
    [InlineData("small")]
    [InlineData("large")]
    public void No_room_has_two_lessons_at_once(string variant)
    {
        var taken = DemoSchools.Of(variant).Timetable.Select(card => (card.Room, card.Weekday, card.Number)).ToList();

        Assert.All(taken, one => Assert.NotNull(one.Room));
        Assert.Equal(taken.Count, taken.Distinct().Count());
    }

    [Theory]
    [InlineData("small")]
    [InlineData("large")]
    public void No_student_is_in_two_lessons_at_once(string variant)
    {
        var school = DemoSchools.Of(variant);

        var taken =
            from card in school.Timetable
            from member in school.GroupOf(school.Courses[card.Course.Value - 1]).Members
            where member.Days.To is null
            select (member.Student, card.Weekday, card.Number);

        Assert.Equal(taken.Count(), taken.Distinct().Count());
    }

    [Theory]
    [InlineData("small")]
    [InlineData("large")]
    public void A_class_has_no_gaps_and_at_most_eight_lessons_a_day(string variant)
    {
        var school = DemoSchools.Of(variant);
        var cards =
            from c in school.Timetable
            let g = school.GroupOf(school.Courses[c.Course.Value - 1]).Group
            from one in g.Classes
            select (Class: one, c);

        foreach (var day in cards.GroupBy(c => (c.Class, c.c.Weekday)))
        {
            var numbers = day.Select(c => c.c.Number).Distinct().Order().ToList();
            Assert.Equal(Enumerable.Range(1, numbers.Count), numbers);
            Assert.InRange(numbers.Count, 4, 8);
        }
    }

    [Theory]
    [InlineData("small")]
    [InlineData("large")]
    public void Every_course_has_as_many_lessons_as_its_hours(string variant)
    {
        var school = DemoSchools.Of(variant);
        var cards = school.Timetable.ToLookup(c => c.Course);

        Assert.All(school.Courses, c => Assert.Equal(c.HalfHours, cards[c.Id].Sum(card => card.Week == WeekKind.Every ? 2 : 1)));
    }

    [Fact]
    public void A_half_hour_course_has_its_lesson_in_the_first_of_two_weeks()
    {
        var halves = DemoSchools.Small.Timetable.Where(c => c.Week != WeekKind.Every).ToList();

        Assert.NotEmpty(halves);
        Assert.All(halves, c => Assert.Equal(WeekKind.A, c.Week));
        Assert.All(halves, c => Assert.Equal(1, DemoSchools.Small.Courses[c.Course.Value - 1].HalfHours));
    }

    [Fact]
    public void The_two_halves_of_a_class_have_their_language_at_the_same_time()
    {
        var school = DemoSchools.Small;
        var halves = school
            .Courses.Where(c => school.GroupOf(c).Group.Kind == GroupKind.Subgroup)
            .ToLookup(c => school.GroupOf(c).Group.Classes[0]);

        Assert.All(
            halves,
            pair =>
            {
                var times = pair.Select(c =>
                        school.Timetable.Where(t => t.Course == c.Id).Select(t => (t.Weekday, t.Number)).Order().ToList()
                    )
                    .ToList();
                Assert.Equal(2, times.Count);
                Assert.Equal(times[0], times[1]);
            }
        );
    }

    [Fact]
    public void Monday_begins_with_the_conversation_of_the_class()
    {
        var school = DemoSchools.Small;
        var talks = school.Courses.Where(c => c.Subject.Name == "Разговоры о важном").ToList();

        Assert.Equal(school.Classes.Count, talks.Count);
        Assert.All(talks, c => Assert.False(c.Marked));
        Assert.All(
            school.Timetable.Where(t => talks.Exists(c => c.Id == t.Course)),
            t => Assert.Equal((DayOfWeek.Monday, 1), (t.Weekday, t.Number))
        );
    }
}
