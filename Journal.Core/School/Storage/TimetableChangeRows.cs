using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Journal.Core.School.Storage;

internal sealed class TimetableChangeRow
{
    /// <summary>Its place in the log.</summary>
    public required long Seq { get; init; }

    public required DateOnly From { get; init; }

    public DateOnly? To { get; init; }

    public required string Note { get; init; }

    public required int By { get; init; }

    public required long At { get; init; }

    private sealed class Table : IEntityTypeConfiguration<TimetableChangeRow>
    {
        public void Configure(EntityTypeBuilder<TimetableChangeRow> builder)
        {
            builder.ToTable("TimetableChanges").HasKey(row => row.Seq);
            builder.Property(row => row.Seq).ValueGeneratedNever();
        }
    }
}

internal sealed class TimetableChangeClassRow
{
    public required long Change { get; init; }

    public required int Class { get; init; }

    private sealed class Table : IEntityTypeConfiguration<TimetableChangeClassRow>
    {
        public void Configure(EntityTypeBuilder<TimetableChangeClassRow> builder)
        {
            builder.ToTable("TimetableChangeClasses").HasKey(row => new { row.Change, row.Class });
            builder.HasOne<TimetableChangeRow>().WithMany().HasForeignKey(row => row.Change);
        }
    }
}

internal sealed class RoomRow
{
    public required string Name { get; init; }

    public string? Building { get; init; }

    private sealed class Table : IEntityTypeConfiguration<RoomRow>
    {
        public void Configure(EntityTypeBuilder<RoomRow> builder) => builder.ToTable("Rooms").HasKey(row => row.Name);
    }
}
