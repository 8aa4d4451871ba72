using Journal.Core.Basics;
using Journal.Core.Writing;

namespace Journal.Load.Raw;

/// <summary>Counts how many changes each commit of the lane carried, so that the raw baseline can commit in the same sizes.</summary>
internal sealed class BatchCounter : IFollower
{
    private int _now;

    public List<int> Sizes { get; } = [];

    public void Fold(Committed change) => _now++;

    public object Mark() => _now;

    public void Rewind(object mark) => _now = (int)mark;

    public void Accept()
    {
        Sizes.Add(_now);
        _now = 0;
    }

    public void Discard() => _now = 0;
}
