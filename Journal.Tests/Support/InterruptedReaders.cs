using System.Data.Common;
using Journal.Core.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace Journal.Tests.Support;

/// <summary>Lets something happen in the middle of a reader's snapshot, once: just before it asks a table.</summary>
internal sealed class InterruptedReaders : DbCommandInterceptor, IDbContextFactory<JournalDb>
{
    private DbContextOptions<JournalDb>? _options;
    private (string Table, Action Happens)? _next;

    public void Before(string table, Action happens) => _next = (table, happens);

    public void Into(IServiceCollection services) =>
        services.AddSingleton<IDbContextFactory<JournalDb>>(all =>
        {
            var options = new DbContextOptionsBuilder<JournalDb>().AddInterceptors(this);
            all.GetRequiredService<SchoolFile>().Configure(options);
            _options = options.Options as DbContextOptions<JournalDb>;
            return this;
        });

    public JournalDb CreateDbContext() => new(_options!);

    public override InterceptionResult<DbDataReader> ReaderExecuting(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<DbDataReader> result
    )
    {
        Interrupt(command);
        return result;
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<DbDataReader> result,
        CancellationToken cancellationToken = default
    )
    {
        Interrupt(command);
        return ValueTask.FromResult(result);
    }

    private void Interrupt(DbCommand command)
    {
        if (_next is { } next && command.CommandText.Contains($"\"{next.Table}\"", StringComparison.Ordinal))
        {
            _next = null;
            next.Happens();
        }
    }
}
