using System.Threading.Channels;
using Journal.Core.Basics;
using Journal.Core.Register;

namespace Journal.Web.Live;

/// <summary>Where somebody stands on a page: a student's cell under a work, or under a bare lesson.</summary>
public sealed record Standing(StudentId Student, WorkId? Work, LessonId Lesson);

/// <summary>Somebody on a page: who, whether they may write there, and the cell they stand in.</summary>
public sealed record Present(Guid Line, PersonId Person, bool Writes, Standing? At);

/// <summary>Who is on which page right now. In memory only: nobody's steps are kept.</summary>
public sealed class Presence
{
    private readonly Lock _gate = new();
    private readonly Dictionary<PageId, List<Visitor>> _pages = [];

    public Visitor Enter(PageId page, PersonId person, bool writes)
    {
        var visitor = new Visitor(this, page, new Present(Guid.NewGuid(), person, writes, null));
        lock (_gate)
        {
            if (!_pages.TryGetValue(page, out var all))
                _pages.Add(page, all = []);
            all.Add(visitor);
            Tell(all);
        }

        return visitor;
    }

    private void Move(Visitor visitor, Standing at)
    {
        lock (_gate)
        {
            visitor.Me = visitor.Me with { At = at };
            if (_pages.TryGetValue(visitor.Page, out var all))
                Tell(all.Where(one => one != visitor));
        }
    }

    private void Leave(Visitor visitor)
    {
        lock (_gate)
        {
            if (!_pages.TryGetValue(visitor.Page, out var all) || !all.Remove(visitor))
                return;
            if (all.Count == 0)
                _pages.Remove(visitor.Page);
            Tell(all);
        }
    }

    private List<Present> Others(Visitor visitor)
    {
        lock (_gate)
            return _pages.TryGetValue(visitor.Page, out var all) ? [.. all.Where(one => one != visitor).Select(one => one.Me)] : [];
    }

    // Each has a signal of one place: whoever is slow sees the latest when it looks.
    private static void Tell(IEnumerable<Visitor> visitors)
    {
        foreach (var one in visitors)
            one.Signal();
    }

    /// <summary>One open page of one person.</summary>
    public sealed class Visitor(Presence presence, PageId page, Present me) : IDisposable
    {
        private readonly Channel<bool> _news = Channel.CreateBounded<bool>(
            new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite }
        );

        public PageId Page { get; } = page;

        internal Present Me { get; set; } = me;

        /// <summary>Everybody else, whenever that changes.</summary>
        public async IAsyncEnumerable<IReadOnlyList<Present>> Others(
            [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct
        )
        {
            while (await _news.Reader.WaitToReadAsync(ct))
            {
                _news.Reader.TryRead(out _);
                yield return presence.Others(this);
            }
        }

        public void StandAt(Standing at) => presence.Move(this, at);

        public void Dispose()
        {
            presence.Leave(this);
            _news.Writer.TryComplete();
        }

        internal void Signal() => _news.Writer.TryWrite(true);
    }
}
