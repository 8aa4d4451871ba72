using Journal.Core.Basics;
using Journal.Core.Live;
using Journal.Core.Register;

namespace Journal.Tests.Live;

public class FeedTests
{
    private static readonly CourseId Course = new(1);
    private static readonly StudentId Student = new(7);
    private static readonly ClassId Class = new(3);

    private readonly JournalFeed _feed = new();

    [Fact]
    public void A_change_that_concerns_several_of_a_listeners_audiences_is_heard_once()
    {
        using var listener = _feed.Listen(Audience.Of(Course), Audience.Of(Class), Audience.Of(Student), Audience.School);

        _feed.Publish([Mark(1), Mark(2)]);

        Assert.Equal([1, 2], Heard(listener));
    }

    [Fact]
    public void Everybody_hears_what_concerns_them_and_nothing_else()
    {
        using var course = _feed.Listen(Audience.Of(Course));
        using var family = _feed.Listen(Audience.Of(Student));
        using var otherFamily = _feed.Listen(Audience.Of(new StudentId(8)));
        using var person = _feed.Listen(Audience.Of(Student.Person));
        using var school = _feed.Listen(Audience.School);

        _feed.Publish([Mark(1), new Committed(2, default, default, new RollDeclared(Course, new(1), new(1)))]);

        Assert.Equal([1, 2], Heard(course));
        Assert.Equal([1], Heard(family));
        Assert.Empty(Heard(otherFamily));
        Assert.Empty(Heard(person));
        Assert.Empty(Heard(school));
    }

    [Fact]
    public void Changes_are_heard_in_the_order_of_their_commits()
    {
        using var listener = _feed.Listen(Audience.Of(Course), Audience.Of(Student));

        for (var seq = 1; seq <= 200; seq += 2)
            _feed.Publish([Mark(seq), Mark(seq + 1)]);

        Assert.Equal(Enumerable.Range(1, 200).Select(seq => (long)seq), Heard(listener));
    }

    [Fact]
    public void Who_falls_behind_is_told_so_and_nobody_else_is_hurt()
    {
        using var asleep = _feed.Listen(Audience.Of(Course));
        using var awake = _feed.Listen(Audience.Of(Course));
        var heard = new List<long>();

        for (var seq = 1; seq <= Listener.Capacity + 10; seq++)
        {
            _feed.Publish([Mark(seq)]);
            heard.AddRange(Heard(awake));
        }

        Assert.True(asleep.FellBehind);
        Assert.Equal(Listener.Capacity, Heard(asleep).Count);
        Assert.True(asleep.Heard.Completion.IsCompletedSuccessfully);
        Assert.False(awake.FellBehind);
        Assert.Equal(Listener.Capacity + 10, heard.Count);
    }

    [Fact]
    public async Task Nobody_is_waited_for()
    {
        var waiting = new TaskCompletionSource();
        using var listener = _feed.Listen(Audience.Of(Course));
        var reader = Task.Run(async () =>
        {
            await listener.Heard.WaitToReadAsync();
            await waiting.Task;
        });

        for (var seq = 1; seq <= 10_000; seq++)
            _feed.Publish([Mark(seq)]);

        Assert.False(reader.IsCompleted);
        waiting.SetResult();
        await reader;
    }

    [Fact]
    public void Who_has_left_hears_nothing_more()
    {
        var listener = _feed.Listen(Audience.Of(Course), Audience.Of(Student));
        _feed.Publish([Mark(1)]);

        listener.Dispose();
        _feed.Publish([Mark(2)]);

        Assert.Equal([1], Heard(listener));
        Assert.True(listener.Heard.Completion.IsCompletedSuccessfully);
        Assert.False(listener.FellBehind);
        Assert.Equal(0, _feed.Listeners);
    }

    [Fact]
    public async Task Listeners_come_and_go_while_changes_are_published()
    {
        using var steady = _feed.Listen(Audience.Of(Course));
        var passers = Task.Run(() =>
        {
            for (var i = 0; i < 2000; i++)
                _feed.Listen(Audience.Of(Course), Audience.Of(Student)).Dispose();
        });

        var heard = new List<long>();
        for (var seq = 1; seq <= 2000; seq++)
        {
            _feed.Publish([Mark(seq)]);
            heard.AddRange(Heard(steady));
        }

        await passers;
        Assert.Equal(Enumerable.Range(1, 2000).Select(seq => (long)seq), heard);
        Assert.Equal(1, _feed.Listeners);
    }

    [Theory]
    [InlineData("school")]
    [InlineData("course/12")]
    [InlineData("class/3")]
    [InlineData("student/7")]
    [InlineData("person/7")]
    public void An_audience_is_read_as_it_was_written(string text) => Assert.Equal(text, Audience.Parse(text)?.ToString());

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("course")]
    [InlineData("course/")]
    [InlineData("course/-1")]
    [InlineData("course/ 1")]
    [InlineData("course/1/2")]
    [InlineData("course/99999999999")]
    [InlineData("Course/1")]
    [InlineData("page/1")]
    public void What_is_no_audience_is_none(string? text) => Assert.Null(Audience.Parse(text));

    private static Committed Mark(long seq) =>
        new(
            seq,
            default,
            default,
            new MarkSet(Course, new(1), new(1), new(1), Student, Class, CellValue.Empty, CellValue.Of(5), Shown: true)
        );

    private static List<long> Heard(Listener listener)
    {
        var heard = new List<long>();
        while (listener.Heard.TryRead(out var change))
            heard.Add(change.Seq);
        return heard;
    }
}
