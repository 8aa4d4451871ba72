using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Journal.Core.School.Storage;

/// <summary>One order; its version is the Seq of its adoption.</summary>
internal sealed class RegulationRow
{
    public required DateOnly From { get; init; }

    public required string Order { get; init; }

    public required DateOnly OrderDate { get; init; }

    public required long Version { get; init; }

    private sealed class Table : IEntityTypeConfiguration<RegulationRow>
    {
        public void Configure(EntityTypeBuilder<RegulationRow> builder) => builder.ToTable("Regulations").HasKey(row => row.From);
    }
}

internal sealed class DeadlineRuleRow
{
    public required DateOnly Regulation { get; init; }

    public required int Place { get; init; }

    public required int Kind { get; init; }

    public required int Length { get; init; }

    public required int Unit { get; init; }

    public required int CountedFrom { get; init; }

    public int? FromGrade { get; init; }

    public int? ToGrade { get; init; }

    public int? WorkType { get; init; }

    public int? Form { get; init; }

    public required bool Everybody { get; init; }

    private sealed class Table : IEntityTypeConfiguration<DeadlineRuleRow>
    {
        public void Configure(EntityTypeBuilder<DeadlineRuleRow> builder)
        {
            builder.ToTable("DeadlineRules").HasKey(row => new { row.Regulation, row.Place });
            builder.HasOne<RegulationRow>().WithMany().HasForeignKey(row => row.Regulation);
            builder.HasOne<WorkTypeRow>().WithMany().HasForeignKey(row => row.WorkType);
        }
    }
}
