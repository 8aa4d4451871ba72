using Journal.Core.Classes.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Journal.Core.Control.Storage;

internal sealed class ReportRow
{
    public required int Id { get; init; }

    public required int Class { get; init; }

    public string? Note { get; init; }

    public required long Seq { get; init; }

    public required int By { get; init; }

    public required long At { get; init; }

    private sealed class Table : IEntityTypeConfiguration<ReportRow>
    {
        public void Configure(EntityTypeBuilder<ReportRow> builder)
        {
            builder.ToTable("OmissionReports").HasKey(row => row.Id);
            builder.Property(row => row.Id).ValueGeneratedNever();
            builder.HasOne<ClassRow>().WithMany().HasForeignKey(row => row.Class);
            builder.HasIndex(row => row.Class);
        }
    }
}

/// <summary>A line of a report.</summary>
internal sealed class ReportedRow
{
    public required int Report { get; init; }

    /// <summary>Its place in the report.</summary>
    public required int Number { get; init; }

    public required int Course { get; init; }

    public required int Lesson { get; init; }

    public required int Kind { get; init; }

    public int? Work { get; init; }

    public required DateOnly Date { get; init; }

    public required long Since { get; init; }

    public required int Students { get; init; }

    private sealed class Table : IEntityTypeConfiguration<ReportedRow>
    {
        public void Configure(EntityTypeBuilder<ReportedRow> builder)
        {
            builder.ToTable("ReportedOmissions").HasKey(row => new { row.Report, row.Number });
            builder.HasOne<ReportRow>().WithMany().HasForeignKey(row => row.Report);
        }
    }
}

/// <summary>What was answered; a report without one is open.</summary>
internal sealed class ReportAnswerRow
{
    public required int Report { get; init; }

    public string? Answer { get; init; }

    public required long Version { get; init; }

    public required int By { get; init; }

    public required long At { get; init; }

    private sealed class Table : IEntityTypeConfiguration<ReportAnswerRow>
    {
        public void Configure(EntityTypeBuilder<ReportAnswerRow> builder)
        {
            builder.ToTable("ReportAnswers").HasKey(row => row.Report);
            builder.Property(row => row.Report).ValueGeneratedNever();
            builder.HasOne<ReportRow>().WithMany().HasForeignKey(row => row.Report);
        }
    }
}
