using Journal.Core.Basics;
using Journal.Core.Courses;
using Journal.Core.Lessons;
using Journal.Core.Register;
using Journal.Core.School;
using Journal.Core.Timetable;
using Journal.Core.Writing;
using Journal.Tests.Support;
using static Journal.Tests.Support.SmallSchoolFacts;

namespace Journal.Tests.Register;

/// <summary>One order for a lost day (hard day 18), on a real file.</summary>
public sealed class OrderedDayTests : IAsyncDisposable
{
    private static readonly AttendanceCodeId Valid = AttendancePresets.Default.Single(code => code.Kind is AbsenceKind.Valid).Id;

    private readonly SmallSchool _school = new();

    public static TheoryData<string, OrderDay, Refusal> Refused =>
        new()
        {
            { "nobody", Frost() with { Classes = [] }, new NoClassNamed() },
            { "no number", Frost() with { Number = " " }, new OrderNumberMissing() },
            { "a number of two lines", Frost() with { Number = "1\n2" }, new OrderNumberUnfit(100) },
            { "no cause", Frost() with { Cause = "" }, new OrderCauseMissing() },
            { "a long cause", Frost() with { Cause = new string('я', 201) }, new OrderCauseUnfit(200) },
            {
                "long ago",
                Frost() with
                {
                    Date = Today.AddDays(-15),
                },
                new OrderDayOutOfRange(Today.AddDays(-15), Today.AddDays(-14), Today.AddDays(60))
            },
            {
                "far ahead",
                Frost() with
                {
                    Date = Today.AddDays(61),
                },
                new OrderDayOutOfRange(Today.AddDays(61), Today.AddDays(-14), Today.AddDays(60))
            },
        };

    [Theory]
    [MemberData(nameof(Refused))]
    public void An_order_is_refused_for_what_is_wrong_with_it(string why, OrderDay command, Refusal refusal) =>
        Assert.True(refusal == DayOrderRules.Unfit(command, Today), why);

    [Fact]
    public async Task A_frost_day_cancels_what_is_not_yet_given_and_one_revocation_brings_it_back()
    {
        await Order(Frost());

        Assert.Equal(LessonStatus.Cancelled, StatusOf(LessonToday));
        Assert.Equal(LessonStatus.Planned, StatusOf(Lesson16));
        var order = Assert.Single(_school.Roster.DayOrders[Today]);
        Assert.Equal(order, _school.Roster.OrderOf(Class7B, Today));

        Assert.IsType<Applied>(await _school.Writer.Submit(new RevokeDayOrder(order.What.Id, order.Version), Director));

        Assert.Equal(LessonStatus.Planned, StatusOf(LessonToday));
        Assert.Null(_school.Roster.OrderOf(Class7B, Today));
        Assert.Empty(_school.Verify().Faults);
    }

    [Fact]
    public async Task A_saturday_runs_as_a_monday_with_its_own_bells()
    {
        var saturday = Today.AddDays(1);
        await _school.Writer.Record(
            new CardPlaced(new(1, Algebra, DayOfWeek.Monday, 3, WeekKind.Every, "12", YearStart, null)),
            new CardPlaced(new(2, Algebra, DayOfWeek.Monday, 4, WeekKind.B, "12", YearStart, null)),
            new CardPlaced(new(3, Algebra8A, DayOfWeek.Monday, 3, WeekKind.Every, "12", YearStart, null)),
            new BellScheduleAdded(new(2), "Короткий день"),
            new BellAdded(new(2), 3, new(9, 40), new(10, 10))
        );
        var pattern = new DayPattern(DayOfWeek.Monday, WeekKind.A, new(2));

        await Order(Frost() with { Date = saturday, Mode = DayMode.RunsAs, Pattern = pattern });

        var made = Assert.Single(_school.Algebra.Lessons.Values, lesson => lesson.Date == saturday);
        Assert.Equal((3, LessonStatus.Planned), (made.Number, made.Status));
        var work = Assert.Single(_school.Algebra.Works.Values, one => one.Work.Lesson == made.Id).Work;
        Assert.Equal((SmallSchoolFacts.Answer, 100, true), (work.Type, work.Weight, work.IsDefault));
        Assert.Equal(new TimeOnly(9, 40), _school.Roster.BellOf(Algebra, 3, saturday)!.Value.Starts);
        Assert.Null(_school.Roster.BellOf(Algebra, 3, Today));

        var order = Assert.Single(_school.Roster.DayOrders[saturday]);
        await _school.Writer.Submit(new RevokeDayOrder(order.What.Id, order.Version), Director);
        Assert.Equal(LessonStatus.Cancelled, _school.Algebra.Lessons[made.Id].Status);
        Assert.Empty(_school.Verify().Faults);
    }

    [Fact]
    public async Task A_day_that_runs_as_another_loses_what_that_one_does_not_have_and_keeps_what_it_has()
    {
        await _school.Writer.Record(
            new CardPlaced(new(1, Algebra, DayOfWeek.Monday, 2, WeekKind.Every, null, YearStart, null)),
            new CardPlaced(new(2, EnglishOfFirst, DayOfWeek.Monday, 5, WeekKind.Every, null, YearStart, null))
        );

        await Order(Frost() with { Mode = DayMode.RunsAs, Pattern = new(DayOfWeek.Monday, WeekKind.Every, null) });
        Assert.Equal(LessonStatus.Planned, StatusOf(LessonToday));
        Assert.Single(_school.Algebra.Lessons.Values, lesson => lesson.Date == Today);

        var order = Assert.Single(_school.Roster.DayOrders[Today]);
        await _school.Writer.Submit(new RevokeDayOrder(order.What.Id, order.Version), Director);
        await Order(Frost() with { Mode = DayMode.RunsAs, Pattern = new(DayOfWeek.Tuesday, WeekKind.Every, null) });
        Assert.Equal(LessonStatus.Cancelled, StatusOf(LessonToday));
    }

    [Fact]
    public async Task What_a_day_runs_as_must_be_said_and_its_bells_must_be_there()
    {
        Assert.Equal(new PatternMissing(), DayOrderRules.Unfit(Frost() with { Mode = DayMode.RunsAs }, Today));
        Assert.Equal(new PatternMissing(), DayOrderRules.Unfit(Frost() with { Pattern = new(DayOfWeek.Monday, WeekKind.A, null) }, Today));
        Assert.Equal(
            new Refused(new PatternMissing()),
            await _school.Writer.Submit(
                Frost() with
                {
                    Mode = DayMode.RunsAs,
                    Pattern = new(DayOfWeek.Monday, WeekKind.A, new(77)),
                },
                Director
            )
        );
    }

    [Fact]
    public async Task Families_read_the_order_on_its_day_and_a_task_for_it_waits_for_the_next_lesson()
    {
        var task = new SetHomework(Algebra, Lesson16, null, "№ 5", Core.Homework.HomeworkDetails.None with { Due = Today }, null, null, 0);
        Assert.IsType<Applied>(await _school.Submit(task));
        Assert.Equal(Today, (await TaskOf16()).Due);

        await Order(Frost());

        var day = await Day(Today);
        Assert.Equal(("№ 45", LessonStatus.Cancelled), (day.Order!.Number, day.Lessons.Single().Status));
        Assert.Equal(new DateOnly(2026, 11, 23), (await TaskOf16()).Due);
    }

    [Fact]
    public async Task A_lesson_that_is_held_already_never_moves()
    {
        await _school.Submit(Put("5"));

        await Order(Frost());

        Assert.Equal(LessonStatus.Planned, StatusOf(LessonToday));
    }

    [Fact]
    public async Task What_was_written_since_stays_when_the_order_is_revoked()
    {
        await Order(Frost() with { Mode = DayMode.Distance });
        Assert.Equal(LessonStatus.Distance, StatusOf(LessonToday));
        var version = _school.Algebra.RecordOf(LessonToday).Version;
        await _school.Submit(new RecordLesson(Algebra, LessonToday, "Дроби", null, null, version));
        var order = Assert.Single(_school.Roster.DayOrders[Today]);

        await _school.Writer.Submit(new RevokeDayOrder(order.What.Id, order.Version), Director);

        Assert.Equal(LessonStatus.Distance, StatusOf(LessonToday));
        Assert.Equal("Дроби", _school.Algebra.Lessons[LessonToday].Topic);
    }

    [Fact]
    public async Task Supervision_that_was_arranged_does_not_outlive_a_frost_day()
    {
        var covered = new ArrangeSubstitutions([new(Algebra, LessonToday, 0)], OtherTeacher.Person, SubstitutionKind.Covered, null);
        await _school.Writer.Submit(covered, Deputy);

        await Order(Frost());

        Assert.Equal(LessonStatus.Cancelled, StatusOf(LessonToday));
        var order = Assert.Single(_school.Roster.DayOrders[Today]);
        await _school.Writer.Submit(new RevokeDayOrder(order.What.Id, order.Version), Director);
        Assert.Equal(LessonStatus.Covered, StatusOf(LessonToday));
    }

    [Fact]
    public async Task A_closed_term_is_signed_whatever_is_ordered()
    {
        await _school.Writer.Submit(new LockTerm(Quarter2, Class7B), Director);

        await Order(Frost());

        Assert.Equal(LessonStatus.Planned, StatusOf(LessonToday));
    }

    [Fact]
    public async Task Another_class_learns_as_ever()
    {
        await Order(Frost() with { Classes = [Class8A] });

        Assert.Equal(LessonStatus.Planned, StatusOf(LessonToday));
        Assert.Null(_school.Roster.OrderOf(Class7B, Today));
    }

    [Fact]
    public async Task Whoever_is_kept_at_home_is_excused_before_and_after_the_order()
    {
        await _school.Submit(Absent("н"));
        await Order(Frost() with { Mode = DayMode.ParentsDecide });

        Assert.IsType<Applied>(await _school.Submit(Absent("н", student: Boris)));
        await _school.Submit(Absent("о5", student: Vera));

        Assert.Equal(new AbsenceReason(Valid, "№ 45"), ReasonOf(Anna));
        Assert.Equal(new AbsenceReason(Valid, "№ 45"), ReasonOf(Boris));
        Assert.Null(ReasonOf(Vera));
        Assert.Equal(LessonStatus.Planned, StatusOf(LessonToday));

        var order = Assert.Single(_school.Roster.DayOrders[Today]);
        await _school.Writer.Submit(new RevokeDayOrder(order.What.Id, order.Version), Director);
        Assert.Null(ReasonOf(Anna));
        Assert.Null(ReasonOf(Boris));
        Assert.Empty(_school.Verify().Faults);
    }

    [Fact]
    public async Task The_answer_to_an_excused_absence_is_the_version_of_the_cell()
    {
        await Order(Frost() with { Mode = DayMode.ParentsDecide });

        var answer = Assert.IsType<Applied>(await _school.Submit(Absent("н")));

        Assert.Equal(_school.Algebra.AttendanceAt(LessonToday, Anna).Version, answer.Seq);
    }

    [Fact]
    public async Task The_same_order_twice_is_one_and_another_for_the_same_day_is_refused()
    {
        await Order(Frost());
        var order = Assert.Single(_school.Roster.DayOrders[Today]);

        Assert.Equal(new Unchanged(order.Version), await _school.Writer.Submit(Frost(), Director));
        Assert.Equal(
            new Refused(new DayOrderedAlready("№ 45", Today)),
            await _school.Writer.Submit(Frost() with { Mode = DayMode.Distance }, Director)
        );
    }

    [Fact]
    public async Task An_unknown_class_or_order_changes_nothing()
    {
        Assert.Equal(
            new Refused(new Core.Courses.UnknownClass(new(77))),
            await _school.Writer.Submit(Frost() with { Classes = [Class7B, new(77)] }, Director)
        );
        Assert.Equal(new Refused(new UnknownDayOrder(new(5))), await _school.Writer.Submit(new RevokeDayOrder(new(5), 0), Director));
        Assert.Equal(LessonStatus.Planned, StatusOf(LessonToday));
    }

    public ValueTask DisposeAsync() => _school.DisposeAsync();

    private async Task<Core.Diary.DiaryTask> TaskOf16() => (await Day(new(2026, 11, 16))).Lessons.Single().Tasks.Single();

    private async Task<Core.Diary.DiaryDay> Day(DateOnly date) =>
        (await _school.Get<Core.Access.Readings>().Diary(Parent.Person, Anna, date))!.Days.Single(one => one.Date == date);

    private async Task Order(OrderDay command) => Assert.IsType<Applied>(await _school.Writer.Submit(command, Director));

    private LessonStatus StatusOf(LessonId lesson) => _school.Algebra.Lessons[lesson].Status;

    private AbsenceReason? ReasonOf(StudentId student) => _school.Algebra.Reasons.GetValueOrDefault((LessonToday, student))?.Value;

    private static OrderDay Frost() => new(Today, [Class7B], DayMode.NoLessons, "№ 45", "Мороз");
}
