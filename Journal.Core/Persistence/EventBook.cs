using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Journal.Core.Basics;

namespace Journal.Core.Persistence;

/// <summary>A fact and its place in the log, while its rows are being written.</summary>
public readonly record struct Recording(long Seq, DateTimeOffset At, PersonId Actor, RowStore Rows);

/// <summary>Every kind of event: its name in the log, its JSON, and the rows that follow from it.</summary>
public sealed class EventBook
{
    private readonly Dictionary<Type, Entry> _byType = [];
    private readonly Dictionary<string, Entry> _byKind = new(StringComparer.Ordinal);

    public IEnumerable<Type> Types => _byType.Keys;

    public EventBook Add<T>(string kind, JsonTypeInfo<T> json, Action<T, Recording> write)
        where T : JournalEvent
    {
        var entry = new Entry(kind, json, (fact, recording) => write((T)fact, recording));
        _byType.Add(typeof(T), entry);
        _byKind.Add(kind, entry);
        return this;
    }

    public string Kind(JournalEvent fact) => _byType[fact.GetType()].Kind;

    public byte[] Payload(JournalEvent fact) => JsonSerializer.SerializeToUtf8Bytes(fact, _byType[fact.GetType()].Json);

    public JournalEvent Read(string kind, ReadOnlySpan<byte> payload) =>
        (JournalEvent?)JsonSerializer.Deserialize(payload, _byKind[kind].Json)
        ?? throw new InvalidDataException($"A change of kind {kind} has an empty payload.");

    public Committed Read(Change change) =>
        new(change.Seq, new DateTimeOffset(change.At, TimeSpan.Zero), new PersonId(change.Actor), Read(change.Kind, change.Payload));

    public void Write(JournalEvent fact, Recording recording) => _byType[fact.GetType()].Write(fact, recording);

    private sealed record Entry(string Kind, JsonTypeInfo Json, Action<JournalEvent, Recording> Write);
}
