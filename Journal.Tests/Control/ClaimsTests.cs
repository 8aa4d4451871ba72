using System.Collections.Immutable;
using Journal.Core.Basics;
using Journal.Core.Classes;
using Journal.Core.Control;
using Journal.Core.Courses;
using Journal.Core.Lessons;
using Journal.Core.Register;
using Journal.Core.School;
using Journal.Tests.Register;
using static Journal.Tests.Control.ControlledCourse;

namespace Journal.Tests.Control;

/// <summary>A control work of 28 students on Monday, 16 November, six of them ill (hard day 14).</summary>
public class ClaimsTests
{
    private const int Ill = 2;
    private const int Late = 4;

    private static readonly Deadlines S1 = new(In(RegulationPresets.S1(Test)), Around);

    private static readonly JournalPage Written = Wrote(Page, Students[6..]);

    private static readonly JournalPage SixIll = Students[..6]
        .Aggregate(Written, (page, one) => TestPage.WithAbsence(page, Monday16, one, Ill));

    [Fact]
    public void Twenty_two_of_twenty_eight_wrote_and_nobody_is_due_while_six_are_ill()
    {
        var claim = Claim(SixIll);

        Assert.Equal((22, 28), (claim.Written, claim.Expected));
        Assert.Equal(Students[..6], claim.Open.Select(one => one.Student));
        Assert.All(claim.Open, one => Assert.Equal((ClaimCause.Absent, null), (one.Cause, one.Due)));
    }

    [Fact]
    public void Each_of_them_is_due_by_the_own_return()
    {
        var page = SixIll.WithRoll(Friday20).WithRoll(Monday23);
        foreach (var student in Students[1..6])
            page = TestPage.WithAbsence(page, Friday20, student, Ill);
        foreach (var student in Students[2..6])
            page = TestPage.WithAbsence(page, Monday23, student, Ill);

        var due = Claim(page).Open.Select(one => Local(one.Due));

        // Three days from Friday the 20th, three from Monday the 23rd, and four who are still away.
        Assert.Equal(["Mon 23 Nov 23:59", "Thu 26 Nov 23:59", null, null, null, null], due);
    }

    [Fact]
    public void Whoever_was_there_and_has_no_mark_is_due_by_the_rule()
    {
        var claim = Claim(Wrote(Page, Students[1..]));

        Assert.Equal(
            new StudentClaim(Students[0], ClaimCause.Present, At(11, 19, 23, 59).AddMinutes(1).AddTicks(-1)),
            Assert.Single(claim.Open)
        );
    }

    [Fact]
    public void An_empty_roll_says_nothing_until_somebody_has_looked()
    {
        Assert.Null(Claim(SixIll).Open[0].Due);
        Assert.NotNull(Claim(SixIll.WithRoll(Friday20)).Open[0].Due);
        Assert.NotNull(Claim(SixIll.With(Friday20 with { Status = LessonStatus.Held })).Open[0].Due);
    }

    [Fact]
    public void A_lesson_before_the_work_is_no_return() => Assert.Null(Claim(SixIll.WithRoll(Friday13)).Open[0].Due);

    [Fact]
    public void The_regulation_may_give_make_ups_a_time_of_their_own()
    {
        var rule = new DeadlineRule(RecordKind.MakeUp, 10, DeadlineUnit.SchoolDays, CountedFrom.Return);
        var s1 = RegulationPresets.S1(Test);
        var deadlines = new Deadlines(In(s1 with { Rules = s1.Rules.Add(rule) }), Around);

        Assert.Equal("Fri 4 Dec 23:59", Local(Claims.Of(SixIll.WithRoll(Friday20), MondayTest, deadlines).Open[0].Due));
    }

    [Fact]
    public void A_made_up_work_is_written_though_the_absence_stays()
    {
        var page = Wrote(SixIll, [Students[0]]);

        Assert.Equal((23, 28), (Claim(page).Written, Claim(page).Expected));
    }

    [Fact]
    public void Whoever_came_late_has_written_with_the_others() =>
        Assert.Equal(
            ClaimCause.Present,
            Claim(TestPage.WithAbsence(Wrote(Page, Students[1..]), Monday16, Students[0], Late)).Open[0].Cause
        );

    [Fact]
    public void Whom_the_class_teacher_has_excused_owes_nothing()
    {
        var excused = new AttendanceCode(new(9), "осв", "освобождён", AbsenceKind.Exempt, CountsAsMissed: false, "осв");
        var page = SixIll with
        {
            Rules = SixIll.Rules with { Codes = SixIll.Rules.Codes.Add(excused) },
            Reasons = SixIll.Reasons.Add((Monday16.Id, Students[0]), new ReasonCell(new(excused.Id, "справка"), 70, Teacher, default)),
        };

        Assert.Equal((22, 27), (Claim(page).Written, Claim(page).Expected));
    }

    [Fact]
    public void Nothing_is_claimed_from_whom_is_not_in_the_group_or_has_no_marks()
    {
        var gone = new PageStudent(Students[0], [new GroupStay(Class7B, new DaySpan(new(2026, 9, 1), new(2026, 11, 15)))]);
        var off = new MarksOff(1, null, null, Students[1], new(2026, 11, 1), null);
        var page = SixIll with { Students = SixIll.Students.SetItem(gone.Id, gone), Rules = SixIll.Rules with { MarksOff = [off] } };

        Assert.Equal(Students[2..6], Claim(page).Open.Select(one => one.Student));
        Assert.Equal((22, 26), (Claim(page).Written, Claim(page).Expected));
    }

    [Fact]
    public void A_point_waits_until_its_day_and_one_without_a_day_sleeps()
    {
        var page = Wrote(Page, Students[2..]);
        page = TestPage.WithMark(page, MondayTest.Id, Students[0], CellValue.Empty with { Due = true, DueBy = new(2026, 11, 24) });
        page = TestPage.WithMark(page, MondayTest.Id, Students[1], CellValue.Empty with { Due = true });

        Assert.Equal(
            [(ClaimCause.Awaited, "Fri 27 Nov 23:59"), (ClaimCause.Awaited, null)],
            Claim(page).Open.Select(one => (one.Cause, Local(one.Due)))
        );
    }

    [Fact]
    public void A_work_with_a_day_of_its_own_is_counted_from_it_for_those_who_were_absent_too()
    {
        var later = MondayTest with { DueBy = new(2026, 11, 24) };

        var claim = Claims.Of(TestPage.WithAbsence(Page, Monday16, Students[0], Ill).WithRoll(Friday20), later, S1);

        Assert.All(claim.Open, one => Assert.Equal("Fri 27 Nov 23:59", Local(one.Due)));
    }

    [Fact]
    public void An_answer_in_the_lesson_is_nobodys_duty()
    {
        var claim = Claims.Of(Page, Default(Monday16), S1);

        Assert.Equal((0, 0, 0), (claim.Written, claim.Expected, claim.Open.Length));
    }

    [Fact]
    public void Without_a_regulation_nothing_is_claimed() =>
        Assert.Equal(0, Claims.Of(Page, MondayTest, new Deadlines(Regulation.None, Around)).Expected);

    private static ColumnClaim Claim(JournalPage page) => Claims.Of(page, MondayTest, S1);

    private static JournalPage Wrote(JournalPage page, ImmutableArray<StudentId> students) =>
        students.Aggregate(page, (now, student) => TestPage.WithMark(now, MondayTest.Id, student, CellValue.Of(4)));
}
