using System.Data.Common;
using Journal.Core.Persistence;
using Journal.Core.Writing;
using Journal.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using static Journal.Tests.Support.SmallSchoolFacts;

namespace Journal.Tests.Writing;

/// <summary>What was set is read back, on every kind of connection there is: settings of a connection are nobody else's.</summary>
public sealed class ConnectionSettingsTests : IAsyncDisposable
{
    private readonly LaneHook _hook = new();
    private readonly SmallSchool _school;

    public ConnectionSettingsTests() => _school = new SmallSchool(_hook.Into);

    public static TheoryData<string, object> Settings =>
        new()
        {
            { "journal_mode", "wal" },
            { "synchronous", 2L },
            { "foreign_keys", 1L },
            { "trusted_schema", 0L },
            { "mmap_size", 0L },
            // Without it the library looks again only after 150 ms: a sign-in that writes its session would hold up the lane for so long.
            { "busy_timeout", 10_000L },
        };

    [Theory]
    [MemberData(nameof(Settings))]
    public void A_connection_of_its_own_has_each_of_them(string pragma, object expected)
    {
        using var connection = _school.File.Open();

        Assert.Equal(expected, Read(connection, pragma));
    }

    [Theory]
    [MemberData(nameof(Settings))]
    public async Task The_connection_of_the_lane_has_each_of_them(string pragma, object expected)
    {
        object? found = null;
        _hook.Deciding = (_, operation) => found = Read(operation.Data.Db.Database.GetDbConnection(), pragma, operation.Data);

        Assert.IsType<Applied>(await _school.Submit(Put("5")));

        Assert.Equal(expected, found);
    }

    [Theory]
    [MemberData(nameof(Settings))]
    public async Task A_readers_connection_has_each_of_them_however_it_was_opened(string pragma, object expected)
    {
        // One from the pool would have them from its former life.
        SqliteConnection.ClearPool(new SqliteConnection(_school.File.ConnectionString));
        await using var opened = await _school.Get<IDbContextFactory<JournalDb>>().CreateDbContextAsync();
        await opened.Database.OpenConnectionAsync();
        await using var other = _school.File.Context();
        // The other of the two ways is the point.
#pragma warning disable CA1849, MA0042
        other.Database.OpenConnection();
#pragma warning restore CA1849, MA0042

        Assert.Equal(expected, Read(opened.Database.GetDbConnection(), pragma));
        Assert.Equal(expected, Read(other.Database.GetDbConnection(), pragma));
    }

    public ValueTask DisposeAsync() => _school.DisposeAsync();

    private static object? Read(DbConnection connection, string pragma, LaneData? lane = null)
    {
        using var command = connection.CreateCommand();
        command.Transaction = lane?.Transaction;
        command.CommandText = $"PRAGMA {pragma}";
        return command.ExecuteScalar();
    }
}
