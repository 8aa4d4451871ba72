namespace Journal.Web.Accounts;

/// <summary>A dictionary that forgets what was not touched for the longest time. Not for several threads.</summary>
internal sealed class RecentlyUsed<TKey, TValue>(int capacity)
    where TKey : notnull
    where TValue : struct
{
    private readonly Dictionary<TKey, LinkedListNode<(TKey Key, TValue Value)>> _nodes = [];
    private readonly LinkedList<(TKey Key, TValue Value)> _order = [];

    public int Count => _nodes.Count;

    public TValue? Find(TKey key) => _nodes.TryGetValue(key, out var node) ? node.Value.Value : null;

    public void Put(TKey key, TValue value)
    {
        Remove(key);
        _nodes[key] = _order.AddLast((key, value));
        if (_nodes.Count > capacity)
            Remove(_order.First!.Value.Key);
    }

    public void Remove(TKey key)
    {
        if (_nodes.Remove(key, out var node))
            _order.Remove(node);
    }
}
