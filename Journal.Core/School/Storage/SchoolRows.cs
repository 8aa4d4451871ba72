using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Journal.Core.School.Storage;

internal sealed class YearRow
{
    public required int Id { get; init; }

    public required string Name { get; init; }

    public required DateOnly Starts { get; init; }

    public required DateOnly Ends { get; init; }

    private sealed class Table : IEntityTypeConfiguration<YearRow>
    {
        public void Configure(EntityTypeBuilder<YearRow> builder)
        {
            builder.ToTable("Years").HasKey(row => row.Id);
            builder.Property(row => row.Id).ValueGeneratedNever();
        }
    }
}

internal sealed class TermSetRow
{
    public required int Id { get; init; }

    public required int Year { get; init; }

    public required string Name { get; init; }

    private sealed class Table : IEntityTypeConfiguration<TermSetRow>
    {
        public void Configure(EntityTypeBuilder<TermSetRow> builder)
        {
            builder.ToTable("TermSets").HasKey(row => row.Id);
            builder.Property(row => row.Id).ValueGeneratedNever();
            builder.HasOne<YearRow>().WithMany().HasForeignKey(row => row.Year);
        }
    }
}

internal sealed class TermRow
{
    public required int Id { get; init; }

    public required int TermSet { get; init; }

    public required int Number { get; init; }

    public required string Name { get; init; }

    public required DateOnly Starts { get; init; }

    public required DateOnly Ends { get; init; }

    private sealed class Table : IEntityTypeConfiguration<TermRow>
    {
        public void Configure(EntityTypeBuilder<TermRow> builder)
        {
            builder.ToTable("Terms").HasKey(row => row.Id);
            builder.Property(row => row.Id).ValueGeneratedNever();
            builder.HasOne<TermSetRow>().WithMany().HasForeignKey(row => row.TermSet);
        }
    }
}

internal sealed class HolidaySetRow
{
    public required int Id { get; init; }

    public required int Year { get; init; }

    public required string Name { get; init; }

    private sealed class Table : IEntityTypeConfiguration<HolidaySetRow>
    {
        public void Configure(EntityTypeBuilder<HolidaySetRow> builder)
        {
            builder.ToTable("HolidaySets").HasKey(row => row.Id);
            builder.Property(row => row.Id).ValueGeneratedNever();
            builder.HasOne<YearRow>().WithMany().HasForeignKey(row => row.Year);
        }
    }
}

internal sealed class HolidayRow
{
    public required int HolidaySet { get; init; }

    public required DateOnly Starts { get; init; }

    public required DateOnly Ends { get; init; }

    public required string Name { get; init; }

    private sealed class Table : IEntityTypeConfiguration<HolidayRow>
    {
        public void Configure(EntityTypeBuilder<HolidayRow> builder)
        {
            builder.ToTable("Holidays").HasKey(row => new { row.HolidaySet, row.Starts });
            builder.HasOne<HolidaySetRow>().WithMany().HasForeignKey(row => row.HolidaySet);
        }
    }
}

internal sealed class BellScheduleRow
{
    public required int Id { get; init; }

    public required string Name { get; init; }

    private sealed class Table : IEntityTypeConfiguration<BellScheduleRow>
    {
        public void Configure(EntityTypeBuilder<BellScheduleRow> builder)
        {
            builder.ToTable("BellSchedules").HasKey(row => row.Id);
            builder.Property(row => row.Id).ValueGeneratedNever();
        }
    }
}

internal sealed class BellRow
{
    public required int Schedule { get; init; }

    public required int Number { get; init; }

    public required TimeOnly Starts { get; init; }

    public required TimeOnly Ends { get; init; }

    private sealed class Table : IEntityTypeConfiguration<BellRow>
    {
        public void Configure(EntityTypeBuilder<BellRow> builder)
        {
            builder.ToTable("Bells").HasKey(row => new { row.Schedule, row.Number });
            builder.HasOne<BellScheduleRow>().WithMany().HasForeignKey(row => row.Schedule);
        }
    }
}

/// <summary>One row: the school's own decisions.</summary>
internal sealed class SettingsRow
{
    public required int Id { get; init; }

    public required string Name { get; init; }

    public required int MarkDays { get; init; }

    public required int TopicDays { get; init; }

    public required int MakeUpDays { get; init; }

    public required bool AbsencesWaitForRoll { get; init; }

    public required long Version { get; init; }

    private sealed class Table : IEntityTypeConfiguration<SettingsRow>
    {
        public void Configure(EntityTypeBuilder<SettingsRow> builder)
        {
            builder.ToTable("Settings").HasKey(row => row.Id);
            builder.Property(row => row.Id).ValueGeneratedNever();
        }
    }
}
