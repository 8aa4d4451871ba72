using Journal.Core.Basics;
using Journal.Core.Courses;
using Journal.Core.Register;
using Journal.Core.Writing;
using Journal.Tests.Support;
using static Journal.Tests.Support.SmallSchoolFacts;

namespace Journal.Tests.Register;

/// <summary>A column removed by mistake comes back as it was, by the rules of the day.</summary>
public sealed class RestoreWorkTests : IAsyncDisposable
{
    private static readonly CellValue Full = new(5, 4, Due: true, Today, "well", CommentForFamily: true);

    private readonly SmallSchool _school = new();

    [Fact]
    public async Task It_comes_back_whole_in_one_command_with_new_versions()
    {
        var work = await Added(Lesson16);
        await Mark(work, Anna, "5/4.", "well");
        await Mark(work, Boris, "3", null);
        await Mark(work, Boris, "", null);
        var before = _school.Algebra;
        var removal = await Removed(work);

        var answer = await Restore(work, removal);

        var after = _school.Algebra;
        Assert.Equal(before.Works[work].Work, after.Works[work].Work);
        Assert.Equal(Full, after.MarkAt(work, Anna).Value);
        Assert.Equal(Assert.IsType<Applied>(answer).Seq, after.MarkAt(work, Anna).Version);
        Assert.InRange(after.Works[work].Version, removal + 1, after.MarkAt(work, Anna).Version);
        // A cell that was empty before has its own version still: an old edit of it stays an old one.
        Assert.Equal(before.MarkAt(work, Boris), after.MarkAt(work, Boris));
        Assert.Empty(_school.Verify().Faults);
    }

    [Fact]
    public async Task It_may_be_removed_and_brought_back_again_by_the_last_removal_only()
    {
        var work = await Added(Lesson16);
        await Mark(work, Anna, "5", null);
        var first = await Removed(work);
        await Restore(work, first);
        await Mark(work, Anna, "4", null);
        var second = await Removed(work);

        var old = await Restore(work, first);
        Assert.IsType<Applied>(await Restore(work, second));

        Assert.Equal(second, Assert.IsType<WorkConflict>(Assert.IsType<Refused>(old).Why).Now.Version);
        Assert.Equal(CellValue.Of(4), _school.Algebra.MarkAt(work, Anna).Value);
    }

    [Fact]
    public async Task The_same_command_sent_twice_brings_it_back_once()
    {
        var work = await Added(Lesson16);
        var command = new RestoreWork(Algebra, work, await Removed(work));

        var answers = new[] { await _school.Submit(command), await _school.Submit(command) };

        Assert.Equal([typeof(Applied), typeof(Replayed)], answers.Select(answer => answer.GetType()));
    }

    [Fact]
    public async Task Whoever_looks_at_the_page_reads_it_anew()
    {
        var work = await Added(Lesson16);
        await Mark(work, Anna, "5", null);
        var removal = await Removed(work);
        using var listener = _school.Feed.Listen(Core.Live.Audience.Of(Algebra));
        var page = _school.Algebra;

        await Restore(work, removal);

        Assert.True(listener.Heard.TryRead(out var heard));
        Assert.IsType<WorkRestored>(heard.Event);
        Assert.Null(page.Apply(heard));
        Assert.True(listener.Heard.TryRead(out heard));
        Assert.Equal((CellValue.Empty, CellValue.Of(5)), (((MarkSet)heard.Event).Before, ((MarkSet)heard.Event).After));
    }

    [Fact]
    public async Task It_is_refused_when_it_stands_on_the_page_or_never_did()
    {
        var work = await Added(Lesson16);

        Assert.Equal(new Refused(new WorkNotRemoved(work)), await Restore(work, 1));
        Assert.Equal(new Refused(new UnknownWork(new(999))), await Restore(new(999), 1));
        Assert.Equal(new Refused(new UnknownWork(Work8A)), await Restore(Work8A, 1));
    }

    [Fact]
    public async Task It_stays_away_when_the_window_or_the_term_has_closed()
    {
        var (old, marked) = (await Added(Lesson9), await Added(LessonToday));
        await Mark(marked, Anna, "5", null);
        var (first, second) = (await Removed(old), await Removed(marked));

        _school.Clock.Advance(TimeSpan.FromDays(5));
        Assert.Equal(new Refused(new WindowClosed(new(2026, 11, 9), 14)), await Restore(old, first));
        await _school.Writer.Submit(new LockTerm(Quarter2, Class7B), Director);
        Assert.Equal(new Refused(new TermClosed(Quarter2)), await Restore(marked, second));
    }

    [Fact]
    public async Task It_stays_away_when_a_student_with_a_mark_in_it_no_longer_belongs_to_that_day()
    {
        var work = await Added(LessonToday);
        await Mark(work, Anna, "5", null);
        var removal = await Removed(work);
        await _school.Writer.Submit(new Core.Classes.LeaveGroup(Anna, Whole7B, Today.AddDays(-1)), Registrar);

        Assert.Equal(new Refused(new StudentNotInGroup(Anna, Today)), await Restore(work, removal));
    }

    [Fact]
    public async Task It_takes_the_next_place_when_its_own_is_taken_and_none_when_the_lesson_is_full()
    {
        var work = await Added(Lesson16);
        var removal = await Removed(work);
        var other = await Added(Lesson16);
        Assert.Equal(1, _school.Algebra.Works[other].Work.Ordinal);

        Assert.IsType<Applied>(await Restore(work, removal));
        Assert.Equal(2, _school.Algebra.Works[work].Work.Ordinal);

        removal = await Removed(work);
        for (var i = 0; i < 7; i++)
            await Added(Lesson16);
        Assert.Equal(new Refused(new TooManyWorks(9)), await Restore(work, removal));
    }

    public ValueTask DisposeAsync() => _school.DisposeAsync();

    private async Task<WorkId> Added(LessonId lesson)
    {
        var answer = await _school.Submit(new AddWork(Algebra, lesson, SmallSchoolFacts.Test, null, "Test", Today, Shown: true));
        return _school.Algebra.Works.Values.Single(one => one.Version == Assert.IsType<Applied>(answer).Seq).Work.Id;
    }

    private async Task Mark(WorkId work, StudentId student, string value, string? comment)
    {
        var command = Put(value, _school.Algebra.MarkAt(work, student).Version, work, student) with
        {
            Comment = comment,
            CommentForFamily = comment is not null,
        };
        Assert.IsType<Applied>(await _school.Submit(command));
    }

    private async Task<long> Removed(WorkId work) =>
        Assert.IsType<Applied>(await _school.Submit(new RemoveWork(Algebra, work, _school.Algebra.Works[work].Version))).Seq;

    private Task<Answer> Restore(WorkId work, long removal) => _school.Submit(new RestoreWork(Algebra, work, removal));
}
