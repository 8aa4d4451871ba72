using System.Collections.Immutable;
using Journal.Core.Basics;
using Journal.Core.Control;
using Journal.Core.Register;
using Journal.Core.School;
using Journal.Tests.Register;
using static Journal.Core.School.RecordKind;
using static Journal.Tests.Control.ControlledCourse;

namespace Journal.Tests.Control;

/// <summary>What a class lacks on a page of which every record of two lessons is missing, and what may be reported of it.</summary>
public class OmissionsTests
{
    private static readonly Deadlines S1 = new(In(RegulationPresets.S1(Test)), Around);
    private static readonly ReportCard Open = new(new(3), Class7B, [], null, LessonStamp.Never, null, null);

    [Fact]
    public void Only_what_is_overdue_is_an_omission()
    {
        Assert.Equal([Topic, Roll, RecordKind.Homework], Kinds(At(11, 17, 0), Friday13.Id));
        Assert.Equal([Topic, Roll, RecordKind.Homework], Kinds(At(11, 17, 0), Monday16.Id));
        Assert.Equal([Topic, Roll, RecordKind.Homework, Mark], Kinds(At(11, 20, 0), Monday16.Id));
        Assert.Empty(Kinds(At(11, 16, 23, 58), Monday16.Id));
    }

    [Fact]
    public void It_tells_the_lesson_since_when_it_is_overdue_and_whose_marks_are_missing()
    {
        var mark = Omissions.Of(Page, S1, Class7B, At(11, 20, 12)).Single(one => one.Key.Kind == Mark);

        Assert.Equal(new OmissionKey(Page.Id.Course, Monday16.Id, Mark, MondayTest.Id), mark.Key);
        Assert.Equal((Monday16.Date, "Thu 19 Nov 23:59", 28), (mark.Date, Local(mark.Since), mark.Students));
        Assert.All(Omissions.Of(Page, S1, Class7B, At(11, 19, 12)), one => Assert.Equal(0, one.Students));
    }

    [Fact]
    public void A_class_lacks_only_what_its_own_students_lack()
    {
        var strangers = Students[..20];
        var mixed = Page with
        {
            Students = strangers.Aggregate(
                Page.Students,
                (all, one) => all.SetItem(one, new PageStudent(one, [new(Class11A, new(new(2026, 9, 1), null))]))
            ),
        };
        mixed = Students[20..].Aggregate(mixed, (page, one) => TestPage.WithMark(page, MondayTest.Id, one, CellValue.Of(5)));
        var around = Around with { Grades = Around.Grades.Add(Class11A, 11) };
        var deadlines = new Deadlines(In(RegulationPresets.S1(Test)), around);

        Assert.DoesNotContain(Omissions.Of(mixed, deadlines, Class7B, At(11, 20, 12)), one => one.Key.Kind == Mark);
        Assert.Equal(20, Omissions.Of(mixed, deadlines, Class11A, At(11, 20, 12)).Single(one => one.Key.Kind == Mark).Students);
        Assert.Empty(Omissions.Of(mixed, deadlines, new(77), At(11, 20, 12)));
    }

    [Fact]
    public void Those_who_were_ill_and_came_back_on_several_days_are_one_line()
    {
        var page = Students[..2].Aggregate(Page, (now, one) => TestPage.WithAbsence(now, Monday16, one, code: 2)).WithRoll(Friday20);
        page = TestPage.WithAbsence(page, Friday20, Students[1], code: 2).WithRoll(Monday23);

        var line = Omissions.Of(page, S1, Class7B, At(11, 27, 12)).Single(one => one.Key.Kind == MakeUp);

        Assert.Equal((2, "Mon 23 Nov 23:59"), (line.Students, Local(line.Since)));
    }

    [Fact]
    public void A_report_has_the_lines_that_were_chosen_once_each()
    {
        var owed = Owed();
        var topic = owed.Keys.First();

        var decision = OmissionRules.Decide(new ReportOmissions(Class7B, [topic, topic], "  ждём  "), owed, [], () => new(7));

        var reported = Assert.IsType<OmissionsReported>(Assert.Single(decision.Events));
        Assert.Equal((new ReportId(7), Class7B, "ждём"), (reported.Report, reported.Class, reported.Note));
        Assert.Equal(owed[topic], Assert.Single(reported.Lines));
        Assert.Equal(new Concern(Class: Class7B), reported.Concern);
    }

    [Fact]
    public void What_cannot_be_reported_is_refused()
    {
        var owed = Owed();
        var topic = owed.Keys.First();
        Refusal? Why(IReadOnlyList<OmissionKey> lines, string? note = null, params ReportCard[] open) =>
            OmissionRules.Decide(new ReportOmissions(Class7B, lines, note), owed, open, () => new(7)).Refusal;

        Assert.Equal(new NothingToReport(), Why([]));
        Assert.Equal(new TooManyToReport(61, 60), Why([.. Enumerable.Repeat(topic, 61)]));
        Assert.Equal(new ReportNoteTooLong(301, 300), Why([topic], new string('а', 301)));
        Assert.Equal(new ReportNoteUnreadable(), Why([topic], "a\u0007"));
        Assert.Equal(new OmissionNotOwed(), Why([topic, topic with { Lesson = new(999) }]));
        Assert.Equal(new OmissionReportedAlready(owed[topic].Date), Why([topic], null, Open with { Lines = [owed[topic]] }));
        Assert.Null(Why([topic], new string('а', 300), Open));
    }

    [Fact]
    public void A_report_is_taken_up_once_with_an_answer_or_without()
    {
        var settled = Open with { Settled = new(90, new(2), DateTimeOffset.UnixEpoch), Answer = "Поговорю" };

        Assert.Equal(
            new ReportSettled(new(3), Class7B, "Поговорю"),
            Assert.Single(OmissionRules.Decide(new SettleReport(new(3), " Поговорю "), Open).Events)
        );
        Assert.Equal(90, OmissionRules.Decide(new SettleReport(new(3), "Поговорю"), settled).AlreadySince);
        Assert.Equal(new ReportSettledAlready(), OmissionRules.Decide(new SettleReport(new(3), null), settled).Refusal);
        Assert.Equal(new ReportNoteTooLong(301, 300), OmissionRules.Decide(new SettleReport(new(3), new string('а', 301)), Open).Refusal);
    }

    private static IEnumerable<RecordKind> Kinds(DateTimeOffset now, LessonId lesson) =>
        Omissions.Of(Page, S1, Class7B, now).Where(one => one.Key.Lesson == lesson).Select(one => one.Key.Kind);

    private static ImmutableDictionary<OmissionKey, Omission> Owed() =>
        Omissions.Of(Page, S1, Class7B, At(11, 20, 12)).ToImmutableDictionary(one => one.Key);
}
