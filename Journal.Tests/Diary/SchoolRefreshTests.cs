using Journal.Core.Basics;
using Journal.Web.Diary;
using Microsoft.Extensions.Time.Testing;

namespace Journal.Tests.Diary;

public sealed class SchoolRefreshTests : IDisposable
{
    private static readonly TimeSpan Wait = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(1);

    private readonly FakeTimeProvider _time = new();
    private readonly CancellationTokenSource _end = new();
    private readonly PageRefresh _page;
    private readonly SchoolRefresh _school;
    private int _asked;

    public SchoolRefreshTests()
    {
        _page = new PageRefresh(7, _ => _asked++, () => { }, _time, _end.Token);
        _school = new SchoolRefresh(_page, Wait, _time, _end.Token);
    }

    [Fact]
    public void What_the_whole_school_hears_is_asked_for_at_the_pages_own_moment()
    {
        _school.Heard(8);
        _time.Advance(Wait - Moment);
        Assert.Equal(0, _asked);

        _time.Advance(Moment);

        Assert.Equal(1, _asked);
    }

    [Fact]
    public void All_that_is_heard_until_then_costs_one_request()
    {
        _school.Heard(8);
        _time.Advance(Wait / 2);
        _school.Heard(9);
        _school.Heard(10);
        _time.Advance(Wait / 2);
        _page.Shown(10);
        _time.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(1, _asked);
    }

    [Fact]
    public void A_change_of_the_student_is_still_asked_for_at_once_and_brings_the_schools_along()
    {
        _school.Heard(8);
        _page.Heard(9);
        Assert.Equal(1, _asked);

        _page.Shown(9);
        _time.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(1, _asked);
    }

    [Fact]
    public void Each_time_is_waited_for_anew()
    {
        _page.Shown(8);
        _school.Heard(8);
        _time.Advance(Wait);

        _school.Heard(9);
        _time.Advance(Wait - Moment);
        Assert.Equal(0, _asked);
        _time.Advance(Moment);

        Assert.Equal(1, _asked);
    }

    [Fact]
    public void A_page_that_was_left_asks_for_nothing()
    {
        _school.Heard(8);
        _end.Cancel();
        _time.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(0, _asked);
    }

    [Fact]
    public void Two_readers_of_one_student_have_moments_of_their_own()
    {
        var moments = Enumerable.Range(9, 500).Select(person => DiaryLine.MomentOf(21, new PersonId(person))).ToArray();

        Assert.Equal(moments.Length, moments.Distinct().Count());
        Assert.Equal(DiaryLine.MomentOf(21, new PersonId(9)), moments[0]);
    }

    // Guardians are usually entered with their children, one after the other.
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void A_whole_school_of_families_asks_evenly_over_the_window(int step)
    {
        var moments = Enumerable.Range(1, 1500).Select(i => DiaryLine.MomentOf(i, new PersonId(2000 + (i * step))));

        var tenths = moments
            .GroupBy(moment => (int)(moment / DiaryLine.SpreadOfSchool * 10))
            .ToDictionary(one => one.Key, one => one.Count());

        Assert.Equal(10, tenths.Count);
        Assert.All(tenths.Values, count => Assert.InRange(count, 100, 200));
        Assert.All(tenths.Keys, tenth => Assert.InRange(tenth, 0, 9));
    }

    public void Dispose()
    {
        _end.Cancel();
        _end.Dispose();
    }
}
