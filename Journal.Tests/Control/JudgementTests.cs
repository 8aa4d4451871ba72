using Journal.Core.Basics;
using Journal.Core.Control;
using Journal.Core.Lessons;
using Journal.Core.Register;
using Journal.Core.School;
using Journal.Tests.Register;
using static Journal.Core.School.RecordKind;
using static Journal.Tests.Control.ControlledCourse;

namespace Journal.Tests.Control;

/// <summary>The lesson of Friday, 13 November: its topic on the day and once more a week later, its roll a day late, no homework yet.</summary>
public class JudgementTests
{
    private static readonly Lesson Given = Friday13 with { Status = LessonStatus.Held, Teachers = [Teacher], Topic = "Дроби" };

    private static readonly JournalPage Friday = Page.With(Given).WithRoll(Given);

    private static readonly Deadlines S1 = new(In(RegulationPresets.S1(Test)), Around);

    private static readonly FirstMade Made = FirstMade.In([
        Recorded(At(11, 13, 10), Given with { Topic = "Дробь" }),
        new Committed(2, At(11, 14, 9), Teacher, new RollDeclared(Page.Id.Course, Page.Id.Term, Given.Id)),
        Recorded(At(11, 20, 9), Given),
        Marked(At(11, 13, 10), Default(Given), Students[0], null, 5),
        Marked(At(11, 20, 10), Default(Given), Students[0], 5, 4),
        Marked(At(11, 18, 10), MondayTest, Students[1], null, 4),
        Marked(At(11, 20, 10), MondayTest, Students[2], null, 3),
        Marked(At(11, 18, 10), MondayTest, Students[3], null, 3),
        Marked(At(11, 18, 11), MondayTest, Students[3], 3, null),
    ]);

    [Fact]
    public void A_record_is_judged_by_its_first_making_and_not_by_its_correction()
    {
        var judged = Judgement.Of(Friday, S1, Made, At(11, 16, 8)).ToDictionary(record => record.Kind);

        Assert.Equal([Topic, Roll, RecordKind.Homework], judged.Keys);
        Assert.True(judged[Topic].IsInTime);
        Assert.Equal((At(11, 14, 9), false), (judged[Roll].Made, judged[Roll].IsInTime));
        Assert.Null(judged[RecordKind.Homework].Made);
        Assert.All(judged.Values, record => Assert.Equal((Teacher, Class7B), (record.Teacher, record.Class)));
        Assert.Equal([new(Teacher, Class7B, 1, 3)], Timeliness.Of(judged.Values, At(11, 16, 8)));
    }

    [Fact]
    public void A_mark_nobody_claims_is_judged_once_it_is_given()
    {
        var page = TestPage.WithMark(Friday, Default(Given).Id, Students[0], CellValue.Of(4));

        var mark = Assert.Single(Judgement.Of(page, S1, Made, At(11, 16, 8)), record => record.Kind == Mark);

        Assert.True(mark.IsInTime);
    }

    [Fact]
    public void Of_a_work_for_everybody_every_mark_is_judged_the_missing_ones_too()
    {
        var page = TestPage.WithMark(Page, MondayTest.Id, Students[1], CellValue.Of(4));
        page = TestPage.WithMark(page, MondayTest.Id, Students[2], CellValue.Of(3));

        var marks = Judgement.Of(page, S1, Made, At(11, 20, 9)).Where(record => record.Kind == Mark).ToList();

        // One in time, one late, one put and taken away, and 25 that never were.
        Assert.Equal([new(Teacher, Class7B, 1, 28)], Timeliness.Of(marks, At(11, 20, 9)));
        Assert.Equal(26, marks.Count(record => record.Made is null));
    }

    [Fact]
    public void A_lesson_of_two_teachers_is_judged_for_each_and_one_that_was_cancelled_for_nobody()
    {
        var both = Friday.With(Given with { Teachers = [Teacher, Colleague] });
        var cancelled = Page.With(Friday13 with { Status = LessonStatus.Cancelled });

        Assert.Equal(
            [new(Teacher, Class7B, 1, 3), new(Colleague, Class7B, 1, 3)],
            Timeliness.Of(Judgement.Of(both, S1, Made, At(11, 16, 8)), At(11, 16, 8))
        );
        Assert.Empty(Judgement.Of(cancelled, S1, Made, At(11, 16, 8)));
    }

    private static Committed Recorded(DateTimeOffset at, Lesson after) =>
        new(1, at, Teacher, new LessonRecorded(Page.Id.Course, Page.Id.Term, Friday13, after));

    private static Committed Marked(DateTimeOffset at, Work work, StudentId student, short? before, short? after) =>
        new(
            1,
            at,
            Teacher,
            new MarkSet(Page.Id.Course, Page.Id.Term, work.Lesson, work.Id, student, Class7B, Value(before), Value(after), Shown: true)
        );

    private static CellValue Value(short? mark) => CellValue.Empty with { First = mark };
}
