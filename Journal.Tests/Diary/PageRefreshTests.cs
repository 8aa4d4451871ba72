using Journal.Web.Diary;
using Microsoft.Extensions.Time.Testing;

namespace Journal.Tests.Diary;

public sealed class PageRefreshTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly FakeTimeProvider _time = new();
    private readonly CancellationTokenSource _end = new();
    private readonly SemaphoreSlim _asked = new(0);
    private readonly PageRefresh _refresh;
    private int _times;
    private int _inVain;
    private IReadOnlyDictionary<int, long>? _lessons;

    public PageRefreshTests()
    {
        _refresh = new PageRefresh(7, Ask, () => _inVain++, _time, _end.Token);
    }

    [Fact]
    public async Task The_first_change_is_fetched_at_once()
    {
        _refresh.Heard(8);

        await Asked();
    }

    [Fact]
    public async Task A_burst_costs_two_requests()
    {
        for (var seq = 8; seq < 60; seq++)
            _refresh.Heard(seq);
        await Asked();
        _refresh.Heard(60);
        _refresh.Shown(50);
        await AskedAfter(PageRefresh.Pace);
        _refresh.Shown(60);
        _refresh.Heard(60);
        _time.Advance(PageRefresh.Patience * 3);

        Assert.Equal(2, _times);
    }

    [Fact]
    public async Task What_the_page_holds_already_is_not_asked_for()
    {
        _refresh.Heard(7);
        _refresh.Shown(9);
        _refresh.Heard(9);
        _refresh.Heard(10);

        await Asked();
        Assert.Equal(1, _times);
    }

    [Fact]
    public async Task A_page_that_is_older_than_what_was_heard_is_asked_for_anew()
    {
        _refresh.Heard(9);
        await Asked();
        _refresh.Shown(9);
        _time.Advance(PageRefresh.Pace);
        _refresh.Shown(8);

        await AskedAfter(PageRefresh.Pace);

        Assert.Equal(2, _times);
    }

    [Fact]
    public async Task What_was_heard_late_does_not_make_forgotten_what_is_newer()
    {
        _refresh.Heard(9);
        await Asked();
        _refresh.Heard(8);
        _refresh.Shown(8);

        await AskedAfter(PageRefresh.Pace);

        Assert.Equal(2, _times);
    }

    [Fact]
    public async Task A_request_that_was_lost_with_the_line_is_made_again()
    {
        _refresh.Heard(8);
        await Asked();

        await AskedAfter(PageRefresh.Patience + PageRefresh.Pace);

        Assert.Equal(2, _times);
    }

    [Fact]
    public async Task When_many_requests_in_a_row_bring_nothing_that_is_said()
    {
        _refresh.Heard(8);
        await Asked();

        for (var more = 1; more < PageRefresh.ManyInARow; more++)
        {
            Assert.Equal(0, _inVain);
            await AskedAfter(PageRefresh.Patience + PageRefresh.Pace);
        }

        await AskedAfter(PageRefresh.Patience + PageRefresh.Pace);
        Assert.Equal(1, _inVain);
    }

    [Fact]
    public async Task A_lesson_is_asked_for_alone_and_nothing_more_once_it_is_drawn()
    {
        _refresh.Heard(8, lesson: 31);
        await Asked();
        Assert.Equal(8, Assert.Contains(31, _lessons!));
        _refresh.Drew(_lessons!);

        for (var i = 0; i < 10; i++)
            _time.Advance(PageRefresh.Patience);
        Assert.Equal(1, _times);
    }

    [Fact]
    public async Task A_lesson_that_was_not_drawn_is_asked_for_with_the_whole_page()
    {
        _refresh.Heard(8, lesson: 31);
        await Asked();

        await AskedAfter(PageRefresh.Patience + PageRefresh.Pace);

        Assert.Null(_lessons);
    }

    public void Dispose()
    {
        _end.Cancel();
        _end.Dispose();
        _asked.Dispose();
    }

    private void Ask(IReadOnlyDictionary<int, long>? lessons)
    {
        _lessons = lessons;
        Interlocked.Increment(ref _times);
        _asked.Release();
    }

    private async Task Asked() => Assert.True(await _asked.WaitAsync(Patience));

    // The clock stands still until somebody waits for it, so it is moved until it was enough.
    private async Task AskedAfter(TimeSpan time)
    {
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
        while (!_asked.Wait(0))
        {
            _time.Advance(time);
            await tick.WaitForNextTickAsync();
        }
    }
}
