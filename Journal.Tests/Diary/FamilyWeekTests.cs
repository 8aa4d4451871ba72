using Journal.Core.Access;
using Journal.Core.Basics;
using Journal.Core.Diary;
using Journal.Core.Diary.Storage;
using Journal.Core.Register;
using Journal.Core.School;
using Journal.Tests.Support;
using static Journal.Tests.Support.SmallSchoolFacts;

namespace Journal.Tests.Diary;

/// <summary>The week on a real file: what a family sees of what teachers do.</summary>
public sealed class FamilyWeekTests : IAsyncDisposable
{
    private readonly SmallSchool _school = new();

    public FamilyWeekTests() => SeenBook.Prepare(_school.File);

    public ValueTask DisposeAsync() => _school.DisposeAsync();

    [Fact]
    public async Task The_week_has_every_day_and_the_lessons_on_them()
    {
        var week = await Week();

        Assert.Equal(Enumerable.Range(16, 5).Select(day => new DateOnly(2026, 11, day)), week.Days.Select(day => day.Date));
        Assert.Equal([1, 0, 0, 0, 1], week.Days.Select(day => day.Lessons.Count));
        Assert.Equal([new Bell(1, new(8, 30), new(9, 15))], week.Bells);
    }

    [Fact]
    public async Task A_holiday_is_called_by_its_name()
    {
        var week = await Week(new(2026, 10, 28));

        Assert.Equal(Enumerable.Repeat("Осенние каникулы", 5), week.Days.Select(day => day.Holiday));
        Assert.Empty(week.Bells);
    }

    [Fact]
    public async Task A_mark_is_new_until_the_family_says_that_it_has_seen_it()
    {
        await _school.Submit(Put("5"));
        Assert.Equal(News.New, (await Mark()).News);
        Assert.Equal(News.New, (await Mark()).News);

        await Saw(leaving: false);

        Assert.Equal(News.None, (await Mark()).News);
    }

    [Fact]
    public async Task Who_leaves_and_comes_back_later_has_seen_it_and_the_other_parent_has_not()
    {
        await _school.Submit(Put("5"));
        await Saw(leaving: true);
        Assert.Equal(News.New, (await Mark()).News);
        await Saw(leaving: true);
        _school.Clock.Advance(Seen.Pause);

        Assert.Equal(News.None, (await Mark()).News);
        Assert.Equal(News.New, (await Mark(Anna.Person)).News);
    }

    [Fact]
    public async Task What_was_seen_survives_a_restart()
    {
        await _school.Submit(Put("5"));
        await Saw(leaving: false);
        await _school.Get<SeenBook>().StopAsync(default);

        var again = new SmallSchool(folder: _school.Folder);
        var week = await again.Get<FamilyReadings>().Week(Parent.Person, Anna, null);

        Assert.Equal(News.None, Assert.Single(week!.Days[^1].Lessons[0].Marks).News);
        Assert.Empty(again.Verify().Faults);
        await again.Stop();
    }

    [Fact]
    public async Task A_changed_mark_shows_what_it_was_and_a_removed_one_stays_to_be_seen()
    {
        var first = await Applied(Put("3"));
        await Saw(leaving: false);
        _school.Clock.Advance(TimeSpan.FromHours(1));
        var second = await Applied(Put("4", first));
        Assert.Equal((News.Changed("3"), "4"), ((await Mark()).News, (await Mark()).Value));

        await Applied(Put("", second));

        Assert.Equal((News.Removed("3"), ""), ((await Mark()).News, (await Mark()).Value));
        await Saw(leaving: false);
        Assert.Empty((await Week()).Days[^1].Lessons[0].Marks);
    }

    [Fact]
    public async Task The_teachers_own_slip_is_no_change()
    {
        var first = await Applied(Put("2"));
        await Saw(leaving: false);
        _school.Clock.Advance(TimeSpan.FromMinutes(5));
        await Applied(Put("5", first));

        Assert.Equal((News.New, "5"), ((await Mark()).News, (await Mark()).Value));
    }

    [Fact]
    public async Task A_column_that_is_shown_after_checking_is_new_then_and_one_that_is_removed_shows_what_is_lost()
    {
        await _school.Submit(new AddWork(Algebra, LessonToday, Test, null, "Контрольная № 1", null, Shown: false));
        var (work, version) = Added("Контрольная № 1");
        await Applied(Put("4", work: work));
        Assert.Empty((await Week()).Days[^1].Lessons[0].Marks);
        await Saw(leaving: false);

        await Applied(new ChangeWork(Algebra, work, Test, 300, "Контрольная № 1", null, Shown: true, version));
        Assert.Equal((News.New, "4", "К"), ((await Mark()).News, (await Mark()).Value, (await Mark()).Sign));
        await Saw(leaving: false);
        _school.Clock.Advance(TimeSpan.FromHours(1));

        await Applied(new RemoveWork(Algebra, work, Added("Контрольная № 1").Version));
        Assert.Equal((News.Removed("4"), ""), ((await Mark()).News, (await Mark()).Value));
    }

    [Fact]
    public async Task A_comment_for_the_staff_is_not_there_and_one_for_the_family_is_new()
    {
        var first = await Applied(Put("4") with { Comment = "только для нас" });
        Assert.Null((await Mark()).Comment);
        await Saw(leaving: false);

        await Applied(Put("4", first) with { Comment = "молодец", CommentForFamily = true });

        Assert.Equal(("молодец", true, News.None), ((await Mark()).Comment, (await Mark()).CommentIsNew, (await Mark()).News));
    }

    [Fact]
    public async Task An_absence_waits_for_the_roll_and_one_taken_back_is_told()
    {
        var version = await Applied(Absent("н"));
        Assert.Null(await Absence());

        await Applied(new DeclareRoll(Algebra, LessonToday));
        Assert.Equal(
            (News.New, "н", AbsenceKind.Unknown),
            ((await Absence())!.News, (await Absence())!.Text, (await Absence())!.Code!.Kind)
        );
        await Saw(leaving: false);
        _school.Clock.Advance(TimeSpan.FromHours(1));

        await Applied(Absent("", version));
        Assert.Equal((News.Removed("н"), null), ((await Absence())!.News, (await Absence())!.Code));
    }

    [Fact]
    public async Task What_is_new_in_another_week_is_pointed_to()
    {
        await _school.Submit(Put("5", work: Work9));

        var week = await Week();

        Assert.Equal([new DateOnly(2026, 11, 9)], week.Elsewhere);
        Assert.Empty((await Week(new(2026, 11, 9))).Elsewhere);
        Assert.Equal(News.New, Assert.Single((await Week(new(2026, 11, 9))).Days[0].Lessons[0].Marks).News);
    }

    [Fact]
    public async Task A_work_of_the_next_days_is_announced_unless_it_is_hidden()
    {
        await _school.Submit(new AddWork(Algebra, LessonAhead, Test, null, "Многочлены", null, Shown: true));
        await _school.Submit(new AddWork(Algebra, LessonAhead, Test, null, "Сюрприз", null, Shown: false));

        Assert.Equal([new AnnouncedWork(new(2026, 11, 23), "Алгебра", "Контрольная работа", "Многочлены")], (await Week()).Ahead);
    }

    [Fact]
    public async Task Staff_see_it_with_the_familys_eyes_and_nothing_is_news_to_them()
    {
        await _school.Submit(new AddWork(Algebra, LessonToday, Test, null, "Скрыто", null, Shown: false));
        await Applied(Put("2", work: Added("Скрыто").Work));
        await Applied(Put("5"));

        var mark = Assert.Single((await Week(reader: ClassTeacher.Person)).Days[^1].Lessons[0].Marks);

        Assert.Equal(("5", News.None), (mark.Value, mark.News));
        Assert.False(await _school.Get<FamilyReadings>().Saw(ClassTeacher.Person, Anna, 9, leaving: false));
    }

    private async Task<DiaryWeek> Week(DateOnly? day = null, PersonId? reader = null) =>
        (await _school.Get<FamilyReadings>().Week(reader ?? Parent.Person, Anna, day))!;

    private async Task<DiaryMark> Mark(PersonId? reader = null) => Assert.Single((await Week(reader: reader)).Days[^1].Lessons[0].Marks);

    private async Task<DiaryAbsence?> Absence() => (await Week()).Days[^1].Lessons[0].Absence;

    private async Task Saw(bool leaving) =>
        Assert.True(await _school.Get<FamilyReadings>().Saw(Parent.Person, Anna, (await Week()).Seq, leaving));

    private (WorkId Work, long Version) Added(string title)
    {
        var work = _school.Algebra.Works.Values.Single(one => one.Work.Title == title);
        return (work.Work.Id, work.Version);
    }

    private async Task<long> Applied(Command command) => Assert.IsType<Core.Writing.Applied>(await _school.Submit(command)).Seq;
}
