using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Journal.Core.Basics;
using Journal.Core.Courses.Storage;
using Journal.Core.Register;

namespace Journal.Web.Register;

/// <summary>The grid of a page, worked out once for all who watch it. It lives as long as its page does.</summary>
public sealed class GridViews(RosterSource rosters, SchoolClock clock)
{
    private readonly ConditionalWeakTable<JournalPage, GridView> _views = [];
    private readonly ConcurrentDictionary<PageId, WeakReference<GridView>> _latest = new();

    public GridView Of(JournalPage page)
    {
        var (roster, today) = (rosters.Current, clock.Today);
        if (_views.TryGetValue(page, out var known) && ReferenceEquals(known.Roster, roster) && known.Today == today)
            return known;

        var former = _latest.TryGetValue(page.Id, out var last) && last.TryGetTarget(out var view) ? view : null;
        var made = GridMaking.Of(page, roster, clock, former);
        _views.AddOrUpdate(page, made);
        _latest[page.Id] = new WeakReference<GridView>(made);
        return made;
    }
}
