using System.Threading.Channels;
using Journal.Core.Basics;

namespace Journal.Core.Live;

/// <summary>One reader's bounded queue. A reader too slow to empty it is told to read anew instead of being waited for.</summary>
public sealed class Listener(IReadOnlyList<Audience> audiences, Action<Listener> leave) : IDisposable
{
    public const int Capacity = 256;

    private readonly Channel<Committed> _queue = Channel.CreateBounded<Committed>(
        new BoundedChannelOptions(Capacity) { SingleReader = true, SingleWriter = true }
    );

    private long _last;

    public IReadOnlyList<Audience> Audiences { get; } = audiences;

    public bool FellBehind { get; private set; }

    public ChannelReader<Committed> Heard => _queue.Reader;

    public void Dispose()
    {
        leave(this);
        _queue.Writer.TryComplete();
    }

    /// <summary>Called under the feed's lock. A change that concerns several of this listener's audiences is heard once.</summary>
    internal void Offer(Committed change)
    {
        if (change.Seq <= _last)
            return;

        _last = change.Seq;
        if (_queue.Writer.TryWrite(change))
            return;

        FellBehind = true;
        _queue.Writer.TryComplete();
    }
}
