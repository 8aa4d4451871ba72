using Journal.Core.Basics;
using Journal.Core.Live;
using Journal.Core.Writing;
using Journal.Tests.Support;
using static Journal.Tests.Support.SmallSchoolFacts;

namespace Journal.Tests.Writing;

public sealed class LaneMeterTests : IAsyncDisposable
{
    private readonly SmallSchool _school = new();
    private readonly Measurements _measured;

    public LaneMeterTests() => _measured = new Measurements(_school.Get<JournalMeter>());

    [Fact]
    public async Task A_batch_is_one_commit_of_all_its_commands()
    {
        List<Task<Answer>> asked;
        using (await Gate.Close(_school.Writer))
        {
            asked = [_school.Submit(Put("5")), _school.Submit(Put("4", student: Boris)), _school.Submit(Put("7", student: Vera))];
            Assert.Equal(3, _measured.Now("journal.lane.queue"));
        }

        await Task.WhenAll(asked);

        Assert.Equal([3], _measured.Of("journal.lane.batch"));
        Assert.InRange(Assert.Single(_measured.Of("journal.lane.commit")), 0, 60);
        Assert.Equal(0, _measured.Now("journal.lane.queue"));
    }

    [Fact]
    public async Task Every_answer_is_counted_by_what_became_of_the_command()
    {
        var five = Put("5");

        await _school.Submit(five);
        await _school.Submit(five);
        await _school.Submit(Put("5"));
        await _school.Submit(Put("4"));
        await _school.Submit(Put("7", student: Boris));

        Assert.All(
            new[] { "applied", "replayed", "unchanged", "conflict", "refused" },
            outcome => Assert.Equal([1], _measured.Of($"journal.answers {outcome}"))
        );
        Assert.Equal([1], _measured.Of("journal.refusals mark-conflict"));
        Assert.Equal([1], _measured.Of("journal.refusals not-on-the-scale"));
    }

    [Fact]
    public async Task A_whole_that_is_refused_is_refused_in_each_of_its_parts()
    {
        await _school.Writer.Submit([Put("5"), Put("7", student: Boris)], Teacher, atomic: true);

        Assert.Equal([2], _measured.Of("journal.answers refused"));
        Assert.Equal([1], _measured.Of("journal.refusals refused-with-batch"));
        Assert.Empty(_measured.Of("journal.answers applied"));
    }

    [Fact]
    public async Task A_batch_that_is_done_again_is_counted_once()
    {
        var hook = new LaneHook();
        await using var school = new SmallSchool(hook.Into);
        using var measured = new Measurements(school.Get<JournalMeter>());
        Task<Answer> first;
        Task<Answer> broken;
        using (await Gate.Close(school.Writer))
        {
            first = school.Submit(Put("5"));
            broken = school.Submit(new Breakdown("broken"));
        }

        await first;
        await Assert.ThrowsAsync<NotSupportedException>(() => broken);

        Assert.Equal([1], measured.Of("journal.answers applied"));
        Assert.Equal([1], measured.Of("journal.lane.batch"));
        Assert.Single(measured.Of("journal.lane.commit"));
    }

    [Fact]
    public async Task Whoever_measures_and_fails_harms_neither_the_record_nor_the_answer()
    {
        using var broken = new System.Diagnostics.Metrics.MeterListener();
        broken.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter == _school.Get<JournalMeter>().Meter)
                listener.EnableMeasurementEvents(instrument);
        };
        broken.SetMeasurementEventCallback<double>((_, _, _, _) => throw new NotSupportedException("A listener fails."));
        broken.Start();

        Assert.IsType<Applied>(await _school.Submit(Put("5")));
        Assert.IsType<Applied>(await _school.Submit(Put("4", student: Boris)));
        Assert.True(_school.Verify().AreNone);
    }

    [Fact]
    public async Task Who_falls_behind_is_counted_once()
    {
        using var asleep = _school.Feed.Listen(Audience.Of(Algebra));
        for (var i = 0; i < Listener.Capacity + 3; i++)
            await _school.Submit(Put(i % 2 == 0 ? "5" : "4", _school.Algebra.MarkAt(WorkToday, Anna).Version));

        Assert.True(asleep.FellBehind);
        Assert.Equal(1, _measured.Now("journal.feed.overflows"));
        Assert.Equal(1, _measured.Now("journal.feed.listeners"));
    }

    [Fact]
    public async Task Two_schools_in_one_process_are_told_apart()
    {
        await using var other = new SmallSchool();

        await other.Submit(Put("5"));

        Assert.Empty(_measured.Of("journal.answers applied"));
    }

    public async ValueTask DisposeAsync()
    {
        _measured.Dispose();
        await _school.DisposeAsync();
    }
}
