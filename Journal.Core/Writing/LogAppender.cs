using Journal.Core.Basics;
using Journal.Core.Persistence;
using Microsoft.Data.Sqlite;

namespace Journal.Core.Writing;

/// <summary>A decided fact that waits to be written, with the command it came from.</summary>
internal readonly record struct Entry(Committed Change, Guid CommandId, int Part, byte[] ContentHash);

/// <summary>Writes changes and the rows that follow from them, and remembers the end of the chain.</summary>
internal sealed class LogAppender : IDisposable
{
    private const string Whole = "whole";

    private readonly EventBook _events;
    private readonly RowStore _rows;
    private readonly SqliteCommand _find;

    public LogAppender(SqliteConnection connection, EventBook events, JournalDb model)
    {
        _events = events;
        _rows = new RowStore(connection, model.Model);
        _find = connection.CreateCommand();
        _find.CommandText = "SELECT Seq, ContentHash FROM Changes WHERE Actor = $actor AND CommandId = $id ORDER BY Part DESC LIMIT 1";
        _find.Parameters.Add("$actor", SqliteType.Integer);
        _find.Parameters.Add("$id", SqliteType.Blob);
    }

    /// <summary>The last Seq written, committed or not yet.</summary>
    public long Head { get; private set; }

    public byte[] HeadHash { get; private set; } = HashChain.Genesis;

    public SqliteTransaction? Transaction
    {
        get => _rows.Transaction;
        set => (_rows.Transaction, _find.Transaction) = (value, value);
    }

    public void StartAt(long seq, byte[] hash) => (Head, HeadHash) = (seq, hash);

    public (long Seq, byte[] ContentHash)? FindRecorded(Actor actor, Guid commandId)
    {
        _find.Parameters["$actor"].Value = actor.Person.Value;
        _find.Parameters["$id"].Value = commandId.ToByteArray(bigEndian: true);
        using var reader = _find.ExecuteReader();
        return reader.Read() ? (reader.GetInt64(0), reader.GetFieldValue<byte[]>(1)) : null;
    }

    /// <summary>Marks a place inside the transaction, to go back to or to keep what follows it.</summary>
    public (long Seq, byte[] Hash) Save()
    {
        Transaction!.Save(Whole);
        return (Head, HeadHash);
    }

    public void Keep() => Transaction!.Release(Whole);

    public void GoBack((long Seq, byte[] Hash) place)
    {
        Transaction!.Rollback(Whole);
        Transaction.Release(Whole);
        StartAt(place.Seq, place.Hash);
    }

    public void Write(Entry entry)
    {
        var change = entry.Change;
        if (change.Seq != Head + 1)
            throw new InvalidOperationException($"Change {change.Seq} cannot follow {Head}.");

        var row = Row(entry);
        row.Hash = HashChain.Next(HeadHash, row);
        _rows.Add(row);
        _events.Write(change.Event, new Recording(change.Seq, change.At, change.Actor, _rows));
        (Head, HeadHash) = (row.Seq, row.Hash);
    }

    private Change Row(Entry entry)
    {
        var fact = entry.Change.Event;
        var concern = fact.Concern;
        return new Change
        {
            Seq = entry.Change.Seq,
            At = entry.Change.At.UtcTicks,
            Actor = entry.Change.Actor.Value,
            CommandId = entry.CommandId.ToByteArray(bigEndian: true),
            Part = entry.Part,
            ContentHash = entry.ContentHash,
            Kind = _events.Kind(fact),
            Course = concern.Course?.Value,
            Class = concern.Class?.Value,
            Student = concern.Student?.Value,
            Person = concern.Person?.Value,
            Payload = _events.Payload(fact),
        };
    }

    public void Dispose()
    {
        _rows.Dispose();
        _find.Dispose();
    }
}
