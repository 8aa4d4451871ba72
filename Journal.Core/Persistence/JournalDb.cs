using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;

namespace Journal.Core.Persistence;

/// <summary>The school's file. It knows no feature: each brings its own tables from its Storage folder.</summary>
public sealed class JournalDb(DbContextOptions<JournalDb> options) : DbContext(options)
{
    public DbSet<Change> Changes => Set<Change>();

    // Parents are never deleted, so an index per foreign key would only slow the lane down; each table names the indexes it reads by.
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Conventions.Remove<ForeignKeyIndexConvention>();

    protected override void OnModelCreating(ModelBuilder modelBuilder) =>
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(JournalDb).Assembly);
}

/// <summary>Marks a table that is not rebuilt from the log: names and contacts, which never enter it.</summary>
internal interface IOutsideTheLog;
