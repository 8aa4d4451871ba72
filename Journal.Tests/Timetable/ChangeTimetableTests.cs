using Journal.Core.Access;
using Journal.Core.Basics;
using Journal.Core.Courses;
using Journal.Core.Homework;
using Journal.Core.Lessons;
using Journal.Core.Register;
using Journal.Core.School;
using Journal.Core.Timetable;
using Journal.Core.Writing;
using Journal.Tests.Support;
using static Journal.Tests.Support.SmallSchoolFacts;

namespace Journal.Tests.Timetable;

/// <summary>Algebra of 7Б stands on Mondays, second; on 23 November is its lesson ahead.</summary>
public sealed class ChangeTimetableTests : IAsyncDisposable
{
    private static readonly DateOnly Monday = new(2026, 11, 23);

    private readonly SmallSchool _school = new();

    [Fact]
    public async Task From_a_day_on_the_lessons_follow_and_the_former_weeks_keep_their_card()
    {
        await Placed(Card(1, Algebra, DayOfWeek.Monday, 2));

        var answer = await Change(new(Monday, null, [1], [new(Algebra, DayOfWeek.Wednesday, 3, Room: " 12 ")], "Приказ № 14"));

        Assert.IsType<Applied>(answer);
        Assert.Equal((new DateOnly(2026, 11, 25), 3), At(LessonAhead));
        Assert.True(Assert.Single(_school.Algebra.Works.Values, work => work.Work.Lesson == LessonAhead).Work.IsDefault);
        // The other Wednesdays to the end of the quarter, which the small school had no lessons for.
        Assert.Equal(
            [new(2026, 11, 25), new(2026, 12, 2), new(2026, 12, 9), new(2026, 12, 16), new(2026, 12, 23)],
            Dates(DayOfWeek.Wednesday)
        );
        Assert.Equal([Card(1, Algebra, DayOfWeek.Monday, 2)], await Cards(Monday.AddDays(-7)), IsLike);
        var now = Assert.Single(await Cards(Monday));
        Assert.Equal((DayOfWeek.Wednesday, 3, "12", Monday, null), (now.Weekday, now.Number, now.Room, now.From, now.To));
        var said = Assert.Single(_school.Roster.TimetableChanges);
        Assert.Equal(new TimetableChanged(Monday, null, "Приказ № 14", [Class7B]), said.What);
        Assert.Equal((Deputy.Person, ((Applied)answer).Seq), (said.By, said.Version));
        Assert.Empty(_school.Verify().Faults);
    }

    [Fact]
    public async Task For_some_days_only_it_is_what_it_was_again_afterwards()
    {
        await Placed(Card(1, Algebra, DayOfWeek.Monday, 2));

        Assert.IsType<Applied>(await Change(new(Monday, Monday.AddDays(6), [1], [new(Algebra, DayOfWeek.Tuesday, 5)], "")));

        Assert.Equal((Monday.AddDays(1), 5), At(LessonAhead));
        Assert.Equal(DayOfWeek.Tuesday, Assert.Single(await Cards(Monday.AddDays(6))).Weekday);
        Assert.Equal([Card(2, Algebra, DayOfWeek.Monday, 2)], await Cards(Monday.AddDays(7)), IsLike);
    }

    [Fact]
    public async Task A_lesson_that_was_held_stays_and_one_with_a_topic_takes_it_along()
    {
        await Placed(Card(1, Algebra, DayOfWeek.Monday, 2), Card(2, Algebra, DayOfWeek.Friday, 2));
        await _school.Submit(Put("5"));
        await _school.Submit(new RecordLesson(Algebra, LessonAhead, "Дроби", null, null, 0));
        var today = At(LessonToday);

        Assert.IsType<Applied>(
            await Change(new(Today, null, [1, 2], [new(Algebra, DayOfWeek.Tuesday, 1), new(Algebra, DayOfWeek.Thursday, 1)], ""))
        );

        Assert.Equal(today, At(LessonToday));
        Assert.Equal((new DateOnly(2026, 11, 24), 1), At(LessonAhead));
        Assert.Equal("Дроби", _school.Algebra.Lessons[LessonAhead].Topic);
    }

    [Fact]
    public async Task What_is_in_two_places_at_once_is_refused_until_it_is_meant()
    {
        await Placed(Card(1, Algebra, DayOfWeek.Monday, 2, "12"), Card(2, Algebra8A, DayOfWeek.Tuesday, 4, "12"));
        var change = new ChangeTimetable(Monday, null, [1], [new(Algebra, DayOfWeek.Tuesday, 4, Room: "12")], "");

        Assert.Equal(new Refused(new TimetableClashes(1)), await Change(change));
        Assert.Equal((Monday, 2), At(LessonAhead));

        Assert.IsType<Applied>(await Change(change with { DespiteClashes = true }));
        Assert.Equal((Monday.AddDays(1), 4), At(LessonAhead));
    }

    [Fact]
    public async Task What_it_would_come_to_is_said_before_and_nothing_is_written()
    {
        await Placed(Card(1, Algebra, DayOfWeek.Monday, 2));
        var head = _school.Pages.Head;

        var trial = await Readings.TryTimetable(Deputy.Person, new(Monday, null, [1], [new(Algebra, DayOfWeek.Wednesday, 3)], ""));

        Assert.Null(trial!.Refusal);
        var effect = trial.Effect!;
        Assert.Equal((0, 1, 4, 0), (effect.Clashes.Count, effect.Moved, effect.Made, effect.Cancelled));
        Assert.Equal(head, _school.Pages.Head);
    }

    [Fact]
    public async Task A_task_that_named_the_day_of_a_lesson_goes_with_it()
    {
        await Placed(Card(1, Algebra, DayOfWeek.Monday, 2));
        var named = HomeworkDetails.None with { Due = Monday };
        await _school.Submit(new SetHomework(Algebra, LessonToday, null, "№ 5", named, null, null, 0));

        Assert.IsType<Applied>(await Change(new(Monday, null, [1], [new(Algebra, DayOfWeek.Wednesday, 3)], "")));

        Assert.Equal(Monday.AddDays(2), Assert.Single(_school.Algebra.Tasks.Values).Task.Details.Due);
        Assert.Empty(_school.Verify().Faults);
    }

    [Fact]
    public async Task What_holds_for_some_days_is_not_changed_for_good()
    {
        await Placed(Card(1, Algebra, DayOfWeek.Monday, 2));
        var last = Monday.AddDays(13);
        Assert.IsType<Applied>(await Change(new(Monday, last, [1], [new(Algebra, DayOfWeek.Tuesday, 5)], "")));
        var card = Assert.Single(await Cards(Monday));
        var change = new ChangeTimetable(Monday, null, [card.Id], [new(Algebra, DayOfWeek.Friday, 1)], "");

        Assert.Equal(new Refused(new CardEndsBefore(last)), await Change(change));
        Assert.Equal(new Refused(new CardEndsBefore(last)), await Change(change with { To = last.AddDays(1) }));
        Assert.IsType<Applied>(await Change(change with { To = last }));

        Assert.Equal(DayOfWeek.Monday, Assert.Single(await Cards(last.AddDays(1))).Weekday);
        Assert.Equal((Monday.AddDays(4), 1), At(LessonAhead));
    }

    [Fact]
    public async Task Taken_out_and_put_back_the_lessons_are_given_after_all()
    {
        await Placed(Card(1, Algebra, DayOfWeek.Monday, 2));
        Assert.IsType<Applied>(await Change(new(Monday, null, [1], [], "")));
        Assert.Equal(LessonStatus.Cancelled, _school.Algebra.Lessons[LessonAhead].Status);

        Assert.IsType<Applied>(await Change(new(Monday, null, [], [new(Algebra, DayOfWeek.Monday, 2)], "")));

        Assert.Equal((LessonStatus.Planned, Monday), (_school.Algebra.Lessons[LessonAhead].Status, At(LessonAhead).Item1));
        Assert.Empty(_school.Verify().Faults);
    }

    [Fact]
    public async Task A_lesson_with_a_substitute_or_a_briefing_stays()
    {
        await Placed(Card(1, Algebra, DayOfWeek.Monday, 2), Card(2, Algebra, DayOfWeek.Friday, 2));
        await _school.Submit(new RecordBriefing(Algebra, LessonToday, "№ 3", 0));
        Assert.IsType<Applied>(
            await _school.Writer.Submit(
                new ArrangeSubstitutions([new(Algebra, LessonAhead, 0)], OtherTeacher.Person, SubstitutionKind.Taught, "№ 5"),
                Deputy
            )
        );
        var (today, ahead) = (At(LessonToday), At(LessonAhead));

        Assert.IsType<Applied>(
            await Change(new(Today, null, [1, 2], [new(Algebra, DayOfWeek.Tuesday, 1), new(Algebra, DayOfWeek.Thursday, 1)], ""))
        );

        Assert.Equal((today, ahead), (At(LessonToday), At(LessonAhead)));
    }

    public static TheoryData<string, ChangeTimetable, Refusal> Refused =>
        new()
        {
            { "nothing", new(Monday, null, [], [], ""), new NothingToChange() },
            { "a card that is gone", new(Monday, null, [99], [], ""), new CardNotThere(99, Monday) },
            { "no such number", new(Monday, null, [0], [], ""), new CardNotThere(0, Monday) },
            { "no course", new(Monday, null, [], [new(new(99), DayOfWeek.Monday, 1)], ""), new UnknownCourse(new(99)) },
            { "a Sunday", new(Monday, null, [], [new(Algebra, DayOfWeek.Sunday, 1)], ""), new PlaceUnfit(12, 20) },
            { "a thirteenth", new(Monday, null, [], [new(Algebra, DayOfWeek.Monday, 13)], ""), new PlaceUnfit(12, 20) },
            { "a long room", new(Monday, null, [], [new(Algebra, DayOfWeek.Monday, 1, Room: new('1', 21))], ""), new PlaceUnfit(12, 20) },
            { "a long note", new(Monday, null, [1], [], new('ы', 201)), new ChangeNoteUnfit(200) },
            {
                "too long ago",
                new(Today.AddDays(-15), null, [1], [], ""),
                new ChangeOutOfRange(Today.AddDays(-15), Today.AddDays(-14), Today.AddDays(366))
            },
            {
                "backwards",
                new(Monday, Monday.AddDays(-1), [1], [], ""),
                new ChangeOutOfRange(Monday, Today.AddDays(-14), Today.AddDays(366))
            },
            { "too many", new(Monday, null, [.. Enumerable.Range(1, 121)], [], ""), new TooManyPlaces(120) },
        };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task A_change_is_refused_for_what_is_wrong_with_it(string why, ChangeTimetable change, Refusal refusal)
    {
        await Placed(Card(1, Algebra, DayOfWeek.Monday, 2));
        var head = _school.Pages.Head;

        var answer = await Change(change);

        Assert.True(answer is Refused { Why: var said } && said.Equals(refusal), $"{why}: {answer}");
        Assert.Equal(head, _school.Pages.Head);
    }

    [Fact]
    public async Task A_day_with_an_order_stays_as_the_order_made_it()
    {
        await Placed(Card(1, Algebra, DayOfWeek.Monday, 2));
        Assert.IsType<Applied>(await _school.Writer.Submit(new OrderDay(Monday, [Class7B], DayMode.NoLessons, "№ 1", "Мороз"), Deputy));

        Assert.IsType<Applied>(await Change(new(Monday, Monday.AddDays(6), [1], [new(Algebra, DayOfWeek.Monday, 5)], "")));

        Assert.Equal((Monday, 2), At(LessonAhead));
        Assert.Equal([Monday], Dates(DayOfWeek.Monday).Where(day => day >= Monday));
    }

    public ValueTask DisposeAsync() => _school.DisposeAsync();

    private Readings Readings => _school.Get<Readings>();

    private Task<Answer> Change(ChangeTimetable change) => _school.Writer.Submit(change, Deputy);

    private Task Placed(params TimetableCard[] cards) => _school.Writer.Record([.. cards.Select(card => new CardPlaced(card))]);

    private async Task<IReadOnlyList<TimetableCard>> Cards(DateOnly on) => (await Readings.Cards(Deputy.Person, Class7B, on))!;

    private (DateOnly, int) At(LessonId lesson) => (_school.Algebra.Lessons[lesson].Date, _school.Algebra.Lessons[lesson].Number);

    private IEnumerable<DateOnly> Dates(DayOfWeek weekday) =>
        _school.Algebra.Lessons.Values.Select(lesson => lesson.Date).Where(day => day.DayOfWeek == weekday).Order();

    private static TimetableCard Card(int id, CourseId course, DayOfWeek weekday, int number, string? room = null) =>
        new(id, course, weekday, number, WeekKind.Every, room, YearStart, null);

    // Of the same place; when it holds is another question.
    private static bool IsLike(TimetableCard one, TimetableCard other) =>
        (one.Id, one.Course, one.Weekday, one.Number) == (other.Id, other.Course, other.Weekday, other.Number);
}
