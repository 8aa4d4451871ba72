using Journal.Core.Courses.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Journal.Core.Lessons.Storage;

/// <summary>That a course has a plan, be it an empty one, and its last change.</summary>
internal sealed class PlanRow
{
    public required int Course { get; init; }

    public required long Version { get; init; }

    public required int By { get; init; }

    public required long At { get; init; }

    private sealed class Table : IEntityTypeConfiguration<PlanRow>
    {
        public void Configure(EntityTypeBuilder<PlanRow> builder)
        {
            builder.ToTable("Plans").HasKey(row => row.Course);
            builder.Property(row => row.Course).ValueGeneratedNever();
            builder.HasOne<CourseRow>().WithOne().HasForeignKey<PlanRow>(row => row.Course);
        }
    }
}

internal sealed class PlanTopicRow
{
    public required int Course { get; init; }

    public required int Number { get; init; }

    public required string Topic { get; init; }

    public required int Hours { get; init; }

    public string? Section { get; init; }

    public string? Homework { get; init; }

    public string? Work { get; init; }

    private sealed class Table : IEntityTypeConfiguration<PlanTopicRow>
    {
        public void Configure(EntityTypeBuilder<PlanTopicRow> builder)
        {
            builder.ToTable("PlanTopics").HasKey(row => new { row.Course, row.Number });
            builder.HasOne<CourseRow>().WithMany().HasForeignKey(row => row.Course);
        }
    }
}

/// <summary>The last approval; the version it names may be an earlier one by now.</summary>
internal sealed class PlanApprovalRow
{
    public required int Course { get; init; }

    public required long Version { get; init; }

    public required long Seq { get; init; }

    public required int By { get; init; }

    public required long At { get; init; }

    private sealed class Table : IEntityTypeConfiguration<PlanApprovalRow>
    {
        public void Configure(EntityTypeBuilder<PlanApprovalRow> builder)
        {
            builder.ToTable("PlanApprovals").HasKey(row => row.Course);
            builder.Property(row => row.Course).ValueGeneratedNever();
            builder.HasOne<CourseRow>().WithOne().HasForeignKey<PlanApprovalRow>(row => row.Course);
        }
    }
}
