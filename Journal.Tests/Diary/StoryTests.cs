using Journal.Core.Access;
using Journal.Core.Diary;
using Journal.Core.Diary.Storage;
using Journal.Core.Register;
using Journal.Tests.Support;
using static Journal.Tests.Support.SmallSchoolFacts;

namespace Journal.Tests.Diary;

/// <summary>What marks were before, on a real file.</summary>
public sealed class StoryTests : IAsyncDisposable
{
    private readonly SmallSchool _school = new();

    public StoryTests() => SeenBook.Prepare(_school.File);

    private FamilyReadings Family => _school.Get<FamilyReadings>();

    public ValueTask DisposeAsync() => _school.DisposeAsync();

    [Fact]
    public async Task A_changed_mark_says_what_it_was_by_whom_and_when()
    {
        var first = await Applied(Put("3") with { Comment = "между нами" });
        var put = _school.Clock.GetUtcNow();
        _school.Clock.Advance(TimeSpan.FromHours(1));
        await Applied(Put("4", first));

        var story = await Family.Story(Parent.Person, Anna, WorkToday);

        Assert.Equal([("3", put), ("4", put.AddHours(1))], story!.Entries.Select(one => (one.Value, one.At)));
        Assert.All(story.Entries, one => Assert.Equal(Teacher.Person, one.By));
        Assert.Equal((Algebra, Today, true, false), (story.Course, story.Date, story.WasChanged, story.IsGone));
    }

    [Fact]
    public async Task Of_a_subject_only_what_was_changed_or_taken_back_is_listed()
    {
        await Applied(Put("5", work: Work9));
        await Applied(Put("5", work: Work9, student: Boris));
        var slip = await Applied(Put("2", work: Work16));
        await Applied(Put("4", slip, work: Work16));
        var first = await Applied(Put("3"));
        _school.Clock.Advance(TimeSpan.FromHours(1));
        await Applied(Put("", first));

        var only = Assert.Single(await Changed());

        Assert.Equal((WorkToday, true), (only.Work, only.IsGone));
    }

    [Fact]
    public async Task Of_a_column_that_is_hidden_nothing_is_told_until_it_is_shown()
    {
        await _school.Submit(new AddWork(Algebra, LessonToday, Test, null, "Скрыто", null, Shown: false));
        var hidden = Column("Скрыто");
        var first = await Applied(Put("2", work: hidden.Work.Id));
        _school.Clock.Advance(TimeSpan.FromHours(1));
        await Applied(Put("3", first, work: hidden.Work.Id));
        Assert.Null(await Family.Story(Parent.Person, Anna, hidden.Work.Id));
        Assert.Empty(await Changed());

        await _school.Submit(new ChangeWork(Algebra, hidden.Work.Id, Test, 100, "Скрыто", null, Shown: true, hidden.Version));

        Assert.Equal(["3"], (await Family.Story(Parent.Person, Anna, hidden.Work.Id))!.Entries.Select(one => one.Value));
    }

    [Fact]
    public async Task A_mark_that_was_made_up_says_by_which_protocol_once_the_absence_is_seen()
    {
        await Applied(Absent("н", lesson: Lesson16));
        var mark = await Applied(Put("4", work: Work16));
        await Applied(new RecordMakeUp(Algebra, Lesson16, Anna, "5", Today, "Иванова, Петров", 0));
        Assert.Null((await Family.Story(Parent.Person, Anna, Work16))!.MakeUp);

        await Applied(new DeclareRoll(Algebra, Lesson16));

        Assert.Equal(new MakeUpProtocol("5", Today, "Иванова, Петров"), (await Family.Story(Parent.Person, Anna, Work16))!.MakeUp);
        Assert.Null((await Family.Story(OtherParent.Person, Boris, Work16))!.MakeUp);
        _school.Clock.Advance(TimeSpan.FromHours(1));
        await Applied(Put("", mark, work: Work16));
        Assert.Null((await Family.Story(Parent.Person, Anna, Work16))!.MakeUp);
        Assert.Empty(_school.Verify().Faults);
    }

    [Fact]
    public async Task A_removed_column_tells_that_its_mark_is_gone()
    {
        await _school.Submit(new AddWork(Algebra, LessonToday, Test, null, "Итог", null, Shown: true));
        var column = Column("Итог");
        await Applied(Put("5", work: column.Work.Id));
        _school.Clock.Advance(TimeSpan.FromHours(1));
        await _school.Submit(new RemoveWork(Algebra, column.Work.Id, column.Version));

        var gone = Assert.Single(await Changed());

        Assert.Equal(["5", ""], gone.Entries.Select(one => one.Value));
        Assert.True(gone.IsGone && gone.Removed);
    }

    [Fact]
    public async Task A_foreign_mark_or_one_that_never_was_is_none()
    {
        Assert.Null(await Family.Story(Parent.Person, Anna, Work8A));
        Assert.Null(await Family.Story(Parent.Person, Anna, new(999)));
        Assert.Null(await Family.Story(Parent.Person, Boris, WorkToday));
        Assert.Null(await Family.Changed(Parent.Person, Boris, Algebra, _school.Roster.Terms[Quarter2]));
    }

    private async Task<IReadOnlyList<MarkStory>> Changed() =>
        (await Family.Changed(Parent.Person, Anna, Algebra, _school.Roster.Terms[Quarter2]))!;

    private PageWork Column(string title) => _school.Algebra.Works.Values.Single(one => one.Work.Title == title);

    private async Task<long> Applied(Core.Basics.Command command) => Assert.IsType<Core.Writing.Applied>(await _school.Submit(command)).Seq;
}
