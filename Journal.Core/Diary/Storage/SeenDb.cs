using Journal.Core.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Journal.Core.Diary.Storage;

/// <summary>
/// Who has seen whose diary, how far and when, who has read which remark, and what students ticked off: in the journal's own file but outside its lane
/// and its log, for it is no part of the record.
/// </summary>
public sealed class SeenDb(DbContextOptions<SeenDb> options) : DbContext(options)
{
    public const string History = "__SeenMigrations";

    public DbSet<SeenRow> Seen => Set<SeenRow>();

    public static void Use(DbContextOptionsBuilder options, SchoolFile file)
    {
        file.Configure(options);
        options.UseSqlite(sqlite => sqlite.MigrationsHistoryTable(History));
    }

    public DbSet<DoneRow> Done => Set<DoneRow>();

    public DbSet<ReadingRow> Readings => Set<ReadingRow>();

    public DbSet<ReadRow> Read => Set<ReadRow>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<SeenRow>().ToTable("DiarySeen").HasKey(row => new { row.Viewer, row.Student });
        modelBuilder
            .Entity<DoneRow>()
            .ToTable("HomeworkDone")
            .HasKey(row => new
            {
                row.Student,
                row.Lesson,
                row.Task,
            });
        // The student first: what is asked is always who looked at somebody's diary.
        modelBuilder
            .Entity<ReadingRow>()
            .ToTable("DiaryReadings")
            .HasKey(row => new
            {
                row.Student,
                row.Viewer,
                row.Day,
            });
        modelBuilder.Entity<ReadRow>().ToTable("RemarkRead").HasKey(row => new { row.Remark, row.Person });
    }
}

/// <summary>The last change a viewer had seen of a student's diary, and when that was written down.</summary>
public sealed class SeenRow
{
    public int Viewer { get; set; }

    public int Student { get; set; }

    public long Seq { get; set; }

    /// <summary>UTC ticks.</summary>
    public long At { get; set; }
}

/// <summary>A task that a student has ticked off, for nobody's eyes but the student's.</summary>
public sealed class DoneRow
{
    public int Student { get; set; }

    public int Lesson { get; set; }

    /// <summary>0 for the lesson's own.</summary>
    public int Task { get; set; }

    /// <summary>UTC ticks.</summary>
    public long At { get; set; }
}

/// <summary>When somebody of the family looked at a student's diary on a day: for the first time and for the last.</summary>
public sealed class ReadingRow
{
    public int Viewer { get; set; }

    public int Student { get; set; }

    public DateOnly Day { get; set; }

    /// <summary>UTC ticks.</summary>
    public long First { get; set; }

    /// <summary>UTC ticks.</summary>
    public long Last { get; set; }
}

/// <summary>A remark that was in front of one of the family.</summary>
public sealed class ReadRow
{
    public int Remark { get; set; }

    public int Person { get; set; }

    /// <summary>UTC ticks, of the last time it was told.</summary>
    public long At { get; set; }
}

/// <summary>For <c>dotnet ef migrations add … --context SeenDb</c> only.</summary>
internal sealed class SeenDbDesign : IDesignTimeDbContextFactory<SeenDb>
{
    public SeenDb CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<SeenDb>();
        SeenDb.Use(options, new SchoolFile("design.db"));
        return new SeenDb(options.Options);
    }
}
