using System.Collections;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace Journal.Core.Courses;

/// <summary>Who is tied to what, several to each, in the order in which they came: an immutable lookup that one tie can be put into.</summary>
public sealed class Ties<TKey, T> : ILookup<TKey, T>
    where TKey : notnull
{
    private readonly ImmutableDictionary<TKey, T[]> _all;

    private Ties(ImmutableDictionary<TKey, T[]> all) => _all = all;

    public int Count => _all.Count;

    public IEnumerable<T> this[TKey key] => _all.GetValueOrDefault(key, []);

    [SuppressMessage("Design", "CA1000", Justification = "Which ties they are is said by the type that is asked.")]
    public static Ties<TKey, T> Of<TRow>(IEnumerable<TRow> rows, Func<TRow, TKey> key, Func<TRow, T> value) =>
        new(rows.GroupBy(key, value).ToImmutableDictionary(group => group.Key, group => group.ToArray()));

    public bool Contains(TKey key) => _all.ContainsKey(key);

    /// <summary>In the place of the one it replaces, else as the last.</summary>
    public Ties<TKey, T> Put(TKey key, T value, Predicate<T> replaced)
    {
        var now = _all.GetValueOrDefault(key, []);
        var at = Array.FindIndex(now, replaced);
        T[] next = at < 0 ? [.. now, value] : [.. now[..at], value, .. now[(at + 1)..]];
        return new(_all.SetItem(key, next));
    }

    public Ties<TKey, T> Remove(TKey key, T value)
    {
        T[] rest = [.. this[key].Where(one => !EqualityComparer<T>.Default.Equals(one, value))];
        return new(rest.Length == 0 ? _all.Remove(key) : _all.SetItem(key, rest));
    }

    public IEnumerator<IGrouping<TKey, T>> GetEnumerator() =>
        _all.SelectMany(one => one.Value, (one, value) => (one.Key, value)).GroupBy(one => one.Key, one => one.value).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
