using Journal.Core.Persistence;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace Journal.Core.Writing;

/// <summary>
/// Copies what SQLite's write-ahead log holds into the school's file, on a thread and a connection of its own. Left to the commit that makes the log
/// too long, as SQLite does it, the copying keeps everybody waiting who types at that moment.
/// </summary>
internal sealed class WalKeeper : IDisposable
{
    /// <summary>Changes after which it is worth while: about a thousand pages of 4 KB.</summary>
    private const int Worthwhile = 150;

    /// <summary>So many pages the log may have; then the lane copies them itself and everybody waits. About 128 MB.</summary>
    private const int Most = 32 << 10;

    /// <summary>What is committed while it copies is left over; so often it tries to catch up.</summary>
    private const int Tries = 8;

    private static readonly TimeSpan Anyway = TimeSpan.FromSeconds(5);

    private readonly AutoResetEvent _wake = new(false);
    private readonly SqliteConnection _connection;
    private readonly ILogger _log;
    private readonly Thread _thread;
    private int _changes;
    private int _length;
    private volatile bool _ending;

    public WalKeeper(SchoolFile file, ILogger log)
    {
        _log = log;
        _connection = file.Open();
        _thread = new Thread(Run) { IsBackground = true, Name = "journal log copier" };
        _thread.Start();
    }

    /// <summary>From the lane, after a commit; true when the log has become so long that the lane has to copy it.</summary>
    public bool Committed(int changes)
    {
        _changes += changes;
        if (_changes < Worthwhile)
            return false;

        _changes = 0;
        _wake.Set();
        return Volatile.Read(ref _length) > Most;
    }

    /// <summary>Pages in the log, and how many of them are in the file.</summary>
    public static (int Pages, int Copied) Copy(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA wal_checkpoint(PASSIVE)";
        using var reader = command.ExecuteReader();
        reader.Read();
        return (reader.GetInt32(1), reader.GetInt32(2));
    }

    public void Dispose()
    {
        _ending = true;
        _wake.Set();
        _thread.Join();
        _connection.Dispose();
        _wake.Dispose();
    }

    private void Run()
    {
        while (!_ending)
        {
            _wake.WaitOne(Anyway);
            if (!_ending)
                CatchUp();
        }
    }

    private void CatchUp()
    {
        try
        {
            for (var tries = 0; tries < Tries && !_ending; tries++)
            {
                var (pages, copied) = Copy(_connection);
                // Whole, the next commit begins the log anew.
                Volatile.Write(ref _length, pages == copied ? 0 : pages);
                if (pages == copied)
                    return;
            }
        }
        catch (SqliteException failure)
        {
            // The record is in the log and safe; the lane itself is told when the disk is at its end.
            _log.LogWarning("The write-ahead log could not be copied: SQLite error {Code}", failure.SqliteExtendedErrorCode);
        }
    }
}
