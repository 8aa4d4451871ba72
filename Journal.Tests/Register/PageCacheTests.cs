using System.Collections.Immutable;
using Journal.Core.Basics;
using Journal.Core.Register;
using Journal.Core.Register.Storage;

namespace Journal.Tests.Register;

public class PageCacheTests
{
    private const int Cells = PageCache.Capacity / 4;

    private static readonly JournalPage Big = TestPage.Page with
    {
        Marks = Enumerable.Range(0, Cells).ToImmutableDictionary(i => (new WorkId(i), TestPage.Anna), _ => MarkCell.Never),
    };

    private readonly PageCache _cache = new();

    [Fact]
    public void So_many_cells_are_kept_and_no_more()
    {
        for (var course = 1; course <= 20; course++)
            _cache.Offer(Page(course));

        Assert.Equal([18, 19, 20], Kept());
    }

    [Fact]
    public void What_was_read_last_is_kept_longest()
    {
        foreach (var course in new[] { 1, 2, 3 })
            _cache.Offer(Page(course));
        Assert.NotNull(_cache.Get(Page(1).Id));

        _cache.Offer(Page(4));

        Assert.Equal([1, 3, 4], Kept());
    }

    [Fact]
    public void Pages_that_follow_one_another_take_the_room_of_one()
    {
        _cache.Offer(Page(1));
        _cache.Offer(Page(2));
        for (var seq = 101; seq < 120; seq++)
            _cache.Accept(
                ImmutableDictionary<PageId, JournalPage?>.Empty.Add(Page(1).Id, Page(1) with { Seq = seq }),
                ImmutableDictionary<CourseId, long>.Empty.Add(new(1), seq),
                schoolChanged: 0
            );

        Assert.Equal([1, 2], Kept());
    }

    [Fact]
    public void One_page_larger_than_all_the_room_is_kept_alone()
    {
        var huge = Page(1) with { Carried = [.. Enumerable.Repeat(Big.Carried[0], PageCache.Capacity)] };

        _cache.Offer(Page(2));
        _cache.Offer(huge);

        Assert.Equal([1], Kept());
    }

    private static JournalPage Page(int course) => Big with { Id = Big.Id with { Course = new(course) } };

    private IEnumerable<int> Kept() => _cache.Keys().Select(id => id.Course.Value).Order();
}
