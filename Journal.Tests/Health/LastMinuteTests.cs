using Journal.Web.Health;
using Microsoft.Extensions.Time.Testing;

namespace Journal.Tests.Health;

public sealed class LastMinuteTests
{
    private readonly FakeTimeProvider _clock = new();
    private readonly LastMinute _minute;

    public LastMinuteTests() => _minute = new LastMinute(_clock);

    [Fact]
    public void Of_a_minute_without_edits_there_is_nothing_to_tell()
    {
        Assert.Equal((0, 0d), (_minute.Edits, _minute.EditsPerSecond));
        Assert.Null(_minute.MeanBatch);
        Assert.Null(_minute.LargestBatch);
        Assert.Null(_minute.Commit(0.5));
    }

    [Fact]
    public void What_is_older_than_a_minute_is_forgotten()
    {
        Type(10);
        _clock.Advance(TimeSpan.FromSeconds(30));
        Type(4);

        Assert.Equal((14, 7d, 10), (_minute.Edits, _minute.MeanBatch, _minute.LargestBatch));
        Assert.Equal(0.8, _minute.EditsPerSecond);
        _clock.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal((4, 4d, 4), (_minute.Edits, _minute.MeanBatch, _minute.LargestBatch));
        Assert.Equal(0, _minute.EditsPerSecond);
        _clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(0, _minute.Edits);
        Assert.Null(_minute.Commit(0.5));
    }

    [Theory]
    [InlineData(0.00002)]
    [InlineData(0.0007)]
    [InlineData(0.0123)]
    [InlineData(4.9)]
    public void The_time_of_a_commit_is_known_to_a_tenth(double seconds)
    {
        _minute.Committed(seconds);

        Assert.InRange(_minute.Commit(0.5)!.Value.TotalSeconds, Math.Max(0.0001, seconds * 0.9), Math.Max(0.0001, seconds * 1.1));
    }

    [Fact]
    public void The_slow_ones_stand_apart_from_the_middle()
    {
        for (var i = 0; i < 90; i++)
            _minute.Committed(0.002);
        for (var i = 0; i < 10; i++)
            _minute.Committed(1000);

        Assert.InRange(_minute.Commit(0.5)!.Value.TotalMilliseconds, 1.8, 2.2);
        Assert.InRange(_minute.Commit(0.95)!.Value.TotalSeconds, 9, 12);
    }

    private void Type(int edits)
    {
        _minute.Edited(edits);
        _minute.Batched(edits);
        _minute.Committed(0.001);
    }
}
