using Journal.Core.Control;
using Journal.Core.Lessons;
using Journal.Core.School;
using static Journal.Tests.Control.ControlledCourse;

namespace Journal.Tests.Control;

/// <summary>The numbers of the five regulations, for the lesson of Monday, 16 November, which ends at 10:15; the school day ends at 13:35.</summary>
public class DeadlinesTests
{
    private static readonly Dictionary<string, RegulationPreset> Presets = RegulationPresets.All(Test).ToDictionary(one => one.Code);

    [Theory]
    [InlineData("S0", RecordKind.Topic, 7, "Mon 16 Nov 23:59")]
    [InlineData("S0", RecordKind.Roll, 7, "Mon 16 Nov 23:59")]
    [InlineData("S0", RecordKind.Homework, 7, "Mon 16 Nov 15:05")] // an hour and a half after the group's last lesson (S0 4.6)
    [InlineData("S0", RecordKind.Homework, 1, null)]
    [InlineData("S1", RecordKind.Topic, 1, "Mon 16 Nov 23:59")]
    [InlineData("S1", RecordKind.Roll, 1, "Mon 16 Nov 23:59")]
    [InlineData("S1", RecordKind.Homework, 1, "Mon 16 Nov 23:59")] // on the same day (S1 2.7)
    [InlineData("S2", RecordKind.Topic, 7, "Mon 16 Nov 23:59")]
    [InlineData("S2", RecordKind.Homework, 7, "Mon 16 Nov 13:35")] // the federal norm: the end of the school day
    [InlineData("S3", RecordKind.Homework, 7, "Mon 16 Nov 13:35")]
    [InlineData("S4", RecordKind.Roll, 7, "Mon 16 Nov 23:59")]
    [InlineData("S4", RecordKind.Homework, 1, null)]
    public void A_record_of_a_lesson_is_due_when_the_regulation_says(string preset, RecordKind kind, int grade, string? due) =>
        Assert.Equal(due, Local(In(Presets[preset], grade).Of(kind, Monday16)?.Due));

    [Theory]
    [InlineData("S0", 7, "oral", "Mon 16 Nov 23:59")]
    [InlineData("S0", 7, "test", null)]
    [InlineData("S1", 2, "oral", "Mon 16 Nov 23:59")] // in the lesson or on the same day (S1 2.5)
    [InlineData("S1", 2, "test", "Thu 19 Nov 23:59")] // works of internal monitoring: three days (S1 2.11)
    [InlineData("S1", 2, "essay", "Mon 23 Nov 23:59")] // any written work, essays included: a week (S1 2.12)
    [InlineData("S2", 1, "oral", null)] // no marks in the first grade
    [InlineData("S2", 2, "oral", "Tue 17 Nov 10:15")] // 24 hours (S2 3.1.1)
    [InlineData("S2", 12, "oral", "Tue 17 Nov 10:15")]
    [InlineData("S2", 2, "test", "Thu 19 Nov 23:59")] // three days
    [InlineData("S2", 10, "essay", "Thu 19 Nov 23:59")]
    [InlineData("S2", 11, "essay", "Fri 20 Nov 23:59")] // four days
    [InlineData("S2", 12, "test", "Fri 20 Nov 23:59")]
    [InlineData("S3", 7, "test", null)]
    [InlineData("S4", 7, "oral", null)]
    public void A_mark_is_due_when_the_regulation_says_for_this_work_and_grade(string preset, int grade, string work, string? due) =>
        Assert.Equal(due, Local(In(Presets[preset], grade).OfMark(WorkOf(work), Monday16, Class7B, handedIn: null)?.Due));

    [Theory]
    [InlineData("S1", "test", true)]
    [InlineData("S1", "essay", true)]
    [InlineData("S1", "oral", false)]
    [InlineData("S2", "test", true)]
    [InlineData("S2", "oral", false)]
    public void Only_what_everybody_writes_claims_a_mark_from_everybody(string preset, string work, bool everybody) =>
        Assert.Equal(everybody, In(Presets[preset]).OfMark(WorkOf(work), Monday16, Class7B, handedIn: null)?.Rule.Everybody);

    [Theory]
    [MemberData(nameof(Codes))]
    public void A_preset_may_be_adopted_as_it_is(string code)
    {
        var version = new RegulationVersion(new(2026, 9, 1), "№ 1", new(2026, 8, 28), Presets[code].Rules);

        Assert.Null(Regulation.None.Decide(new AdoptRegulation(version, 0), RegulationStamp.Never, [Test], version.From).Refusal);
    }

    public static TheoryData<string> Codes => [.. Presets.Keys];

    [Fact]
    public void The_results_of_a_term_are_due_on_its_last_school_day()
    {
        // The quarter ends on a Sunday (S1 2.8, 2.13).
        Assert.Equal("Fri 25 Dec 23:59", Local(In(Presets["S1"]).OfTermResult(Quarter, Class7B)?.Due));
        Assert.Null(In(Presets["S0"]).OfTermResult(Quarter, Class7B));
    }

    [Fact]
    public void A_record_is_judged_by_the_rules_of_its_lesson_whatever_is_in_force_later()
    {
        var later = new RegulationVersion(new(2026, 11, 17), "№ 2", new(2026, 11, 16), Presets["S2"].Rules);
        var both = new Deadlines(ControlledCourse.In(Presets["S1"]).With(later), Around);

        Assert.Equal("Mon 23 Nov 23:59", Local(both.OfMark(WorkOf("essay"), Monday16, Class7B, null)?.Due));
        Assert.Equal("Mon 23 Nov 10:15", Local(both.OfMark(Default(Friday20), Friday20, Class7B, null)?.Due));
        Assert.Null(new Deadlines(Regulation.None.With(later), Around).Of(RecordKind.Topic, Monday16));
    }

    [Fact]
    public void In_a_group_of_several_classes_each_student_has_the_time_of_the_own_class()
    {
        var around = Around with { Grades = Around.Grades.SetItem(Class7B, 10).Add(Class11A, 11) };
        var stream = new Deadlines(ControlledCourse.In(Presets["S2"]), around);

        Assert.Equal("Thu 19 Nov 23:59", Local(stream.OfMark(MondayTest, Monday16, Class7B, null)?.Due));
        Assert.Equal("Fri 20 Nov 23:59", Local(stream.OfMark(MondayTest, Monday16, Class11A, null)?.Due));
    }

    [Fact]
    public void Where_bells_or_the_end_of_the_school_day_are_not_known_nothing_is_due_too_early()
    {
        var course = ControlledCourse.In(Presets["S0"]);

        var noDay = new Deadlines(course, Around with { LastLessons = Around.LastLessons.Clear() });
        var noBells = new Deadlines(course, Around with { Bells = [] });

        Assert.Equal("Mon 16 Nov 11:45", Local(noDay.Of(RecordKind.Homework, Monday16)?.Due));
        Assert.Equal("Tue 17 Nov 01:29", Local(noBells.Of(RecordKind.Homework, Monday16)?.Due));
    }

    [Fact]
    public void Sick_leave_stops_the_countdown_of_the_lesson_given_and_not_of_the_one_a_substitute_gave()
    {
        var s1 = ControlledCourse.In(Presets["S1"]);
        var ill = new Deadlines(s1, Around.Away(Teacher, new(2026, 11, 17), new(2026, 11, 22)));
        var substituted = Monday16 with { Teachers = [Colleague] };

        Assert.Equal("Wed 25 Nov 23:59", Local(ill.OfMark(MondayTest, Monday16, Class7B, null)?.Due));
        Assert.Equal("Thu 19 Nov 23:59", Local(ill.OfMark(MondayTest, substituted, Class7B, null)?.Due));
    }

    [Fact]
    public void Of_two_teachers_one_at_work_is_enough()
    {
        var around = Around with { Teachers = [.. Around.Teachers, new(Colleague, new(new(2026, 9, 1), null))] };
        var one = around.Away(Teacher, new(2026, 11, 16), null);

        Assert.Equal("Mon 16 Nov 23:59", Local(new Deadlines(ControlledCourse.In(Presets["S1"]), one).Of(RecordKind.Topic, Monday16)?.Due));
        Assert.Equal(
            new Deadline(Presets["S1"].Rules[0], null),
            new Deadlines(ControlledCourse.In(Presets["S1"]), one.Away(Colleague, new(2026, 11, 1), null)).Of(RecordKind.Topic, Monday16)
        );
    }

    [Fact]
    public void A_work_handed_in_later_is_counted_from_that_day() =>
        Assert.Equal("Mon 30 Nov 23:59", Local(In(Presets["S1"]).OfMark(MondayTest, Monday16, Class7B, new(2026, 11, 27))?.Due));

    private static Deadlines In(RegulationPreset preset, int grade = 7) =>
        new(ControlledCourse.In(preset), Around with { Grades = Around.Grades.SetItem(Class7B, grade) });

    private static Work WorkOf(string name) =>
        name switch
        {
            "oral" => Default(Monday16),
            "test" => MondayTest,
            _ => MondayTest with { Type = Essay },
        };
}
