using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Journal.Core.School.Storage;

internal sealed class ScaleRow
{
    public required int Id { get; init; }

    public required string Name { get; init; }

    private sealed class Table : IEntityTypeConfiguration<ScaleRow>
    {
        public void Configure(EntityTypeBuilder<ScaleRow> builder)
        {
            builder.ToTable("Scales").HasKey(row => row.Id);
            builder.Property(row => row.Id).ValueGeneratedNever();
        }
    }
}

internal sealed class ScaleValueRow
{
    public required int Scale { get; init; }

    public required short Code { get; init; }

    public required string Text { get; init; }

    public int? Hundredths { get; init; }

    public required int Level { get; init; }

    public required bool InUse { get; init; }

    public required bool TermOnly { get; init; }

    private sealed class Table : IEntityTypeConfiguration<ScaleValueRow>
    {
        public void Configure(EntityTypeBuilder<ScaleValueRow> builder)
        {
            builder.ToTable("ScaleValues").HasKey(row => new { row.Scale, row.Code });
            builder.HasOne<ScaleRow>().WithMany().HasForeignKey(row => row.Scale);
        }
    }
}

internal sealed class AttendanceCodeRow
{
    public required int Id { get; init; }

    public required string Letter { get; init; }

    public required string Title { get; init; }

    public required int Kind { get; init; }

    public required bool CountsAsMissed { get; init; }

    public required string PrintAs { get; init; }

    private sealed class Table : IEntityTypeConfiguration<AttendanceCodeRow>
    {
        public void Configure(EntityTypeBuilder<AttendanceCodeRow> builder)
        {
            builder.ToTable("AttendanceCodes").HasKey(row => row.Id);
            builder.Property(row => row.Id).ValueGeneratedNever();
        }
    }
}

internal sealed class WorkTypeRow
{
    public required int Id { get; init; }

    public required string Name { get; init; }

    public required string Sign { get; init; }

    public required int Weight { get; init; }

    private sealed class Table : IEntityTypeConfiguration<WorkTypeRow>
    {
        public void Configure(EntityTypeBuilder<WorkTypeRow> builder)
        {
            builder.ToTable("WorkTypes").HasKey(row => row.Id);
            builder.Property(row => row.Id).ValueGeneratedNever();
        }
    }
}
