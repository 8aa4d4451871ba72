using System.Diagnostics;
using Journal.Core.Basics;
using Journal.Core.Live;
using Journal.Core.Persistence;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace Journal.Core.Writing;

/// <summary>The lane's own thread of work: begin, decide, write, commit, show, publish, answer.</summary>
internal sealed class Lane : IDisposable
{
    // Busy, read-only, input/output, corrupt, full, cannot open: the storage's fault, told as such, and none of the command's.
    private static readonly int[] StorageFailures = [5, 8, 10, 11, 13, 14];

    private readonly SqliteConnection _connection;
    private readonly LogAppender _log;
    private readonly LaneData _data;
    private readonly LaneBatch _batch;
    private readonly WalKeeper _wal;
    private readonly IReadOnlyList<IFollower> _followers;
    private readonly JournalFeed _feed;
    private readonly Checkpoints _checkpoints;
    private readonly SchoolClock _clock;
    private readonly LaneMeter _meter;
    private readonly ILogger _logger;
    private bool _begun;
    private TimeSpan _took;

    public Lane(
        SchoolFile file,
        EventBook events,
        CommandBook commands,
        IGuard guard,
        IReadOnlyList<IFollower> followers,
        JournalFeed feed,
        Checkpoints checkpoints,
        SchoolClock clock,
        LaneMeter meter,
        ILogger logger
    )
    {
        _connection = file.OpenForLane();
        _data = new LaneData(_connection);
        _wal = new WalKeeper(file, logger);
        _log = new LogAppender(_connection, events, _data.Db);
        _batch = new LaneBatch(_log, _data, commands, guard, followers, clock);
        (_followers, _feed, _checkpoints, _clock, _meter, _logger) = (followers, feed, checkpoints, clock, meter, logger);
        ReadHead();
    }

    public void Process(List<Job> jobs)
    {
        var work = jobs.FindAll(job => job is not HeadJob);
        if (work.Count > 0)
            Commit(work);
        foreach (var look in jobs.OfType<HeadJob>())
            look.Run(_log.Head, _log.HeadHash);
    }

    public void Dispose()
    {
        _wal.Dispose();
        _data.Dispose();
        _log.Dispose();
        _connection.Dispose();
    }

    // A batch that fails is done again one job at a time, so that only the one at fault is told. One that could not even begin is no job's
    // fault: each of them would wait as long again.
    private void Commit(List<Job> jobs)
    {
        try
        {
            TryCommit(jobs);
        }
        catch (SqliteException failure) when (IsStorage(failure) && (jobs.Count == 1 || !_begun))
        {
            _logger.LogError("The journal could not be written: SQLite error {Code}", failure.SqliteExtendedErrorCode);
            foreach (var job in jobs)
                Refuse(job, failure);
            return;
        }
        catch (Exception) when (jobs.Count > 1)
        {
            foreach (var job in jobs)
                Commit([job]);
            return;
        }
        catch (Exception failure)
        {
            _logger.LogError(failure, "A command failed and was not recorded");
            jobs[0].Fail(failure);
            return;
        }

        Show();
        if (_wal.Committed(_batch.Changes.Count))
            Try(() => WalKeeper.Copy(_connection));
    }

    // The commit has returned: whatever fails from here on is logged, and neither undoes the record nor stops the lane.
    private void Show()
    {
        foreach (var follower in _followers)
            Try(follower.Accept);
        Try(() => _feed.Publish(_batch.Changes));
        Try(() => _meter.Committed(_took, _batch.Answers));
        _batch.AnswerAll();
        if (_batch.Changes.Any(change => change.Event is ISealsTheLog))
            Try(() => _checkpoints.Append(_log.Head, _log.HeadHash, _clock.Now));
    }

    private void Try(Action step)
    {
        try
        {
            step();
        }
        catch (Exception failure)
        {
            _logger.LogError(failure, "The record is safe, but what should have followed a commit failed");
        }
    }

    private void TryCommit(List<Job> jobs)
    {
        var (head, hash) = (_log.Head, _log.HeadHash);
        try
        {
            _begun = false;
            var began = Stopwatch.GetTimestamp();
            using var transaction = _connection.BeginTransaction(deferred: false);
            _begun = true;
            _log.Transaction = transaction;
            _data.Enter(transaction);
            _batch.Start();
            foreach (var job in jobs)
                _batch.Run(job);
            transaction.Commit();
            _took = Stopwatch.GetElapsedTime(began);
        }
        catch
        {
            _log.StartAt(head, hash);
            foreach (var follower in _followers)
                follower.Discard();
            throw;
        }
        finally
        {
            _log.Transaction = null;
            _data.Enter(null);
        }
    }

    private static bool IsStorage(SqliteException failure) => StorageFailures.Contains(failure.SqliteErrorCode);

    private void Refuse(Job job, SqliteException failure)
    {
        if (job is not CommandJob commands)
        {
            job.Fail(failure);
            return;
        }

        var why = new StorageFailed(failure.SqliteErrorCode.ToString(System.Globalization.CultureInfo.InvariantCulture));
        Answer[] answers = [.. commands.Commands.Select(_ => new Refused(why))];
        Try(() => _meter.Answered(answers));
        commands.Complete(answers);
    }

    private void ReadHead()
    {
        using var command = _connection.CreateCommand();
        command.CommandText = "SELECT Seq, Hash FROM Changes ORDER BY Seq DESC LIMIT 1";
        using var reader = command.ExecuteReader();
        if (reader.Read())
            _log.StartAt(reader.GetInt64(0), reader.GetFieldValue<byte[]>(1));
    }
}
