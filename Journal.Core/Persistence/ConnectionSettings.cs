using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Journal.Core.Persistence;

/// <summary>Gives every connection EF opens the settings the file needs.</summary>
public sealed class ConnectionSettings : DbConnectionInterceptor
{
    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) =>
        SchoolFile.Set((SqliteConnection)connection);

    public override Task ConnectionOpenedAsync(
        DbConnection connection,
        ConnectionEndEventData eventData,
        CancellationToken cancellationToken = default
    )
    {
        SchoolFile.Set((SqliteConnection)connection);
        return Task.CompletedTask;
    }
}
