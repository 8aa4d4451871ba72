using Journal.Core.Courses.Storage;
using Journal.Core.People.Storage;
using Journal.Core.School.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Journal.Core.Lessons.Storage;

internal sealed class LessonRow
{
    public required int Id { get; init; }

    public required int Course { get; init; }

    public required int Term { get; init; }

    public required DateOnly Date { get; init; }

    public required int Number { get; init; }

    public required int Status { get; init; }

    public string? Topic { get; init; }

    public string? Homework { get; init; }

    public long? HomeworkSince { get; init; }

    public long? HomeworkChanged { get; init; }

    public string? Briefing { get; init; }

    /// <summary>The last change that recorded the lesson, its author and moment; 0 and nobody while there is none.</summary>
    public long Version { get; init; }

    public int? By { get; init; }

    public long? At { get; init; }

    private sealed class Table : IEntityTypeConfiguration<LessonRow>
    {
        public void Configure(EntityTypeBuilder<LessonRow> builder)
        {
            builder.ToTable("Lessons").HasKey(row => row.Id);
            builder.Property(row => row.Id).ValueGeneratedNever();
            builder.HasOne<CourseRow>().WithMany().HasForeignKey(row => row.Course);
            builder.HasOne<TermRow>().WithMany().HasForeignKey(row => row.Term);
            builder.HasIndex(row => new { row.Course, row.Term });
            builder.HasIndex(row => new { row.Course, row.Date });
        }
    }
}

/// <summary>Who gave the lesson.</summary>
internal sealed class LessonTeacherRow
{
    public required int Lesson { get; init; }

    public required int Teacher { get; init; }

    private sealed class Table : IEntityTypeConfiguration<LessonTeacherRow>
    {
        public void Configure(EntityTypeBuilder<LessonTeacherRow> builder)
        {
            builder.ToTable("LessonTeachers").HasKey(row => new { row.Lesson, row.Teacher });
            builder.HasOne<LessonRow>().WithMany().HasForeignKey(row => row.Lesson);
            builder.HasOne<PersonRow>().WithMany().HasForeignKey(row => row.Teacher);
        }
    }
}

/// <summary>A removed column stays as a row: its number is in the log for ever.</summary>
internal sealed class WorkRow
{
    public required int Id { get; init; }

    public required int Course { get; init; }

    public required int Term { get; init; }

    public required int Lesson { get; init; }

    public required int Type { get; init; }

    public required int Weight { get; init; }

    public string? Title { get; init; }

    public required int Ordinal { get; init; }

    public required bool IsDefault { get; init; }

    public DateOnly? DueBy { get; init; }

    public required bool Shown { get; init; }

    public required bool Removed { get; init; }

    public required long Version { get; init; }

    private sealed class Table : IEntityTypeConfiguration<WorkRow>
    {
        public void Configure(EntityTypeBuilder<WorkRow> builder)
        {
            builder.ToTable("Works").HasKey(row => row.Id);
            builder.Property(row => row.Id).ValueGeneratedNever();
            builder.HasOne<CourseRow>().WithMany().HasForeignKey(row => row.Course);
            builder.HasOne<LessonRow>().WithMany().HasForeignKey(row => row.Lesson);
            builder.HasOne<WorkTypeRow>().WithMany().HasForeignKey(row => row.Type);
            builder.HasIndex(row => new { row.Course, row.Term });
            builder.HasIndex(row => new { row.Lesson, row.Ordinal });
        }
    }
}
