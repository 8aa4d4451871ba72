using System.Diagnostics;
using Journal.Core.Demo;
using Xunit.Abstractions;

namespace Journal.Tests.Demo;

public class DemoDaysTests(ITestOutputHelper output)
{
    private static readonly DemoSchool School = DemoSchools.Small;
    private static readonly DateTime Evening = new(2027, 5, 26, 23, 0, 0);
    private static readonly Lazy<(DemoDays Days, List<DemoDay> Year)> Whole = new(() =>
    {
        var days = new DemoDays(School);
        return (days, [.. days.Until(Evening)]);
    });

    private static List<DemoDay> Year => Whole.Value.Year;

    private static IEnumerable<DemoEntry> Entries => Year.SelectMany(d => d.Lessons);

    [Fact]
    public void A_school_year_has_as_many_lessons_as_its_weeks_and_hours()
    {
        var perCourse = Whole.Value.Days.Lessons.GroupBy(l => l.Course).ToDictionary(g => School.Courses[g.Key.Value - 1], g => g.Count());

        Assert.Equal(School.Courses.Count, perCourse.Count);
        Assert.All(perCourse, c => Assert.InRange(c.Value, (c.Key.HalfHours * 14) - 1, (c.Key.HalfHours * 18) + 1));
    }

    [Fact]
    public void Lessons_are_numbered_in_the_order_they_are_given()
    {
        var lessons = Whole.Value.Days.Lessons;

        Assert.Equal(lessons.OrderBy(l => l.Date).ThenBy(l => l.Number), lessons);
        Assert.Equal(Enumerable.Range(1, lessons.Count), lessons.Select(l => l.Id.Value));
    }

    [Fact]
    public void Only_teachers_of_the_course_enter_something_and_only_on_days_with_lessons()
    {
        Assert.All(Entries, e => Assert.Contains(e.Teacher, Course(e).Teachers));
        Assert.All(Year, d => Assert.All(d.Lessons, e => Assert.Equal(d.Date, e.Lesson.Date)));
        Assert.All(Year.Where(d => d.Lessons.Count > 0), d => Assert.True(School.Year.Calendar(5).IsSchoolDay(d.Date)));
    }

    [Fact]
    public void Marks_and_absences_belong_to_students_of_the_group_on_that_day()
    {
        var belongs = School.Courses.ToDictionary(c => c.Id, c => School.GroupOf(c).Members.ToLookup(m => m.Student, m => m.Days));

        Assert.All(
            Entries.SelectMany(e => e.Marks),
            m => Assert.Contains(belongs[m.Of.Course][m.Student], days => days.Contains(m.Of.Date))
        );
        Assert.All(
            Entries.SelectMany(e => e.Absences.Select(a => (e.Lesson, a.Student))),
            a => Assert.Contains(belongs[a.Lesson.Course][a.Student], days => days.Contains(a.Lesson.Date))
        );
    }

    [Fact]
    public void Nobody_absent_gets_a_mark_in_the_lesson_itself()
    {
        foreach (var entry in Entries)
        {
            var absent = entry.Absences.Where(a => a.Typed == "н").Select(a => a.Student).ToHashSet();
            Assert.DoesNotContain(entry.Marks, m => m.Of == entry.Lesson && m.Typed != "." && absent.Contains(m.Student));
        }
    }

    [Fact]
    public void The_first_grade_and_courses_without_marks_have_topics_and_absences_only()
    {
        var unmarked = Entries.Where(e => !Course(e).Marked).ToList();

        Assert.NotEmpty(unmarked);
        Assert.All(unmarked, e => Assert.Empty(e.Marks));
        Assert.All(unmarked, e => Assert.Null(e.Work));
        Assert.Contains(unmarked, e => e.Absences.Count > 0);
    }

    [Fact]
    public void An_illness_takes_all_lessons_of_its_days_and_is_explained_later()
    {
        var explained = Year.SelectMany(d => d.Reasons.Select(r => (d.Date, Reason: r))).ToList();
        var absences = Entries.SelectMany(e => e.Absences.Select(a => (e.Lesson.Id, a.Student))).ToHashSet();

        Assert.NotEmpty(explained);
        Assert.All(explained, r => Assert.True(r.Date > r.Reason.Lesson.Date));
        Assert.All(explained, r => Assert.Contains((r.Reason.Lesson.Id, r.Reason.Student), absences));
        Assert.Contains(
            explained.GroupBy(r => (r.Date, r.Reason.Student)),
            g => g.Select(r => r.Reason.Lesson.Date).Distinct().Count() >= 4
        );
        Assert.InRange(explained.Count, absences.Count * 0.6, absences.Count - 10);
    }

    [Fact]
    public void The_student_who_changed_class_has_marks_in_both()
    {
        var moved = School.Students.Single(s => s.Moved is not null);
        var marks = Entries
            .SelectMany(e => e.Marks)
            .Where(m => m.Student == moved.Id)
            .ToLookup(m => School.GroupOf(School.Courses[m.Of.Course.Value - 1]).Group.Classes[0]);

        Assert.True(marks[moved.Class].Count() > 10);
        Assert.True(marks[moved.Moved!.To].Count() > 50);
        Assert.All(marks[moved.Class], m => Assert.True(m.Of.Date < moved.Moved.Since));
    }

    [Fact]
    public void Two_marks_in_a_cell_due_marks_made_up_later_and_comments_all_occur()
    {
        var marks = Entries.SelectMany(e => e.Marks.Select(m => (e.Lesson, Mark: m))).ToList();

        Assert.Contains(marks, m => m.Mark.Typed.Length == 3 && m.Mark.Typed[1] == '/');
        Assert.Contains(marks, m => m.Mark is { Typed: ".", DueBy: not null });
        Assert.Contains(marks, m => m.Mark.Of.Date < m.Lesson.Date);
        Assert.Contains(marks, m => m.Mark.Comment is not null);
        Assert.Contains(marks, m => m.Mark.Typed == "зач");
        Assert.All(marks, m => Assert.InRange(m.Lesson.Date.DayNumber - m.Mark.Of.Date.DayNumber, 0, 14));
    }

    [Fact]
    public void Every_student_has_marks_enough_and_no_two_students_the_same_year()
    {
        var average = Entries
            .SelectMany(e => e.Marks)
            .Where(m => m.Typed.Length == 1 && char.IsAsciiDigit(m.Typed[0]))
            .GroupBy(m => m.Student)
            .ToDictionary(g => g.Key, g => (g.Count(), Mean: g.Average(m => m.Typed[0] - '0')));

        Assert.Equal(School.Students.Count(s => School.ClassOf(s.Class).Grade > 1), average.Count);
        Assert.All(average, a => Assert.InRange(a.Value.Item1, 100, 700));
        Assert.InRange(average.Values.Average(a => a.Mean), 3.5, 4.3);
        Assert.Contains(average.Values, a => a.Mean > 4.5);
        Assert.Contains(average.Values, a => a.Mean < 3.2);
    }

    [Fact]
    public void In_the_middle_of_a_day_the_lessons_that_have_not_ended_are_empty()
    {
        var days = new DemoDays(School);

        var monday = days.Until(new DateTime(2026, 11, 23, 10, 20, 0)).Last();

        Assert.Equal(new DateOnly(2026, 11, 23), monday.Date);
        Assert.Equal([1, 2], monday.Lessons.Select(e => e.Lesson.Number).Distinct());
    }

    [Fact]
    public void A_topic_reads_as_a_teacher_writes_it()
    {
        var topics = Entries.Select(e => e.Topic).OfType<string>().Distinct().ToList();

        Assert.DoesNotContain(topics, t => System.Text.RegularExpressions.Regex.IsMatch(t, @"^\d|по теме «\d|\(модуль|[а-яё][А-ЯЁ][а-яё]"));
        Assert.DoesNotContain(topics, t => t.Length < 3);
    }

    [Fact]
    public void On_a_Sunday_the_last_day_is_Friday() =>
        Assert.Equal(new DateOnly(2026, 11, 20), new DemoDays(School).Until(new DateTime(2026, 11, 22, 12, 0, 0)).Last().Date);

    [Fact]
    public void The_first_of_September_starts_with_its_first_lessons()
    {
        var day = Assert.Single(new DemoDays(School).Until(new DateTime(2026, 9, 1, 9, 15, 0)));

        Assert.All(day.Lessons, e => Assert.Equal(1, e.Lesson.Number));
    }

    [Fact]
    public void Autumn_is_the_same_whenever_it_is_looked_at_except_for_what_was_still_owed()
    {
        var then = new DemoDays(School).Until(new DateTime(2026, 10, 1, 23, 0, 0)).SelectMany(d => d.Lessons).ToList();
        var later = Entries.Take(then.Count).ToList();

        Assert.Equal(then.SelectMany(e => e.Marks), later.SelectMany(e => e.Marks));
        Assert.Equal(then.SelectMany(e => e.Absences), later.SelectMany(e => e.Absences));
        Assert.Contains(then, e => e.Topic is null);
        Assert.DoesNotContain(later, e => e.Topic is null || e.Homework is null);
    }

    [Fact]
    public void The_large_year_has_more_than_600_000_marks_and_absences()
    {
        var started = Stopwatch.StartNew();

        var (lessons, marks, absences) = (0, 0, 0);
        foreach (var entry in new DemoDays(DemoSchools.Large).Until(Evening).SelectMany(d => d.Lessons))
            (lessons, marks, absences) = (lessons + 1, marks + entry.Marks.Count, absences + entry.Absences.Count);

        output.WriteLine($"{lessons} lessons, {marks} mark edits, {absences} absences in {started.Elapsed}");
        Assert.True(marks + absences >= 600_000, $"{marks} marks, {absences} absences");
    }

    private static DemoCourse Course(DemoEntry entry) => School.Courses[entry.Lesson.Course.Value - 1];
}
