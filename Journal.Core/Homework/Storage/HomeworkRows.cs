using Journal.Core.Courses.Storage;
using Journal.Core.Lessons.Storage;
using Journal.Core.People.Storage;
using Journal.Core.Persistence;
using Journal.Core.School.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Journal.Core.Homework.Storage;

/// <summary>A task as it is now; a withdrawn one stays, without a text.</summary>
internal sealed class HomeworkRow
{
    public required int Id { get; init; }

    public required int Course { get; init; }

    public required int Term { get; init; }

    public required int Lesson { get; init; }

    public required bool IsForSome { get; init; }

    public string? Text { get; init; }

    public DateOnly? Due { get; init; }

    public int? Minutes { get; init; }

    public string? Way { get; init; }

    public string? Pages { get; init; }

    public string? Exercises { get; init; }

    public string? Practice { get; init; }

    public long? Since { get; init; }

    public long? Changed { get; init; }

    public required long Version { get; init; }

    public required int By { get; init; }

    public required long At { get; init; }

    private sealed class Table : IEntityTypeConfiguration<HomeworkRow>
    {
        public void Configure(EntityTypeBuilder<HomeworkRow> builder)
        {
            builder.ToTable("Homework").HasKey(row => row.Id);
            builder.Property(row => row.Id).ValueGeneratedNever();
            builder.HasOne<CourseRow>().WithMany().HasForeignKey(row => row.Course);
            builder.HasOne<TermRow>().WithMany().HasForeignKey(row => row.Term);
            builder.HasOne<LessonRow>().WithMany().HasForeignKey(row => row.Lesson);
            builder.HasIndex(row => new { row.Course, row.Term });
        }
    }
}

/// <summary>Whom a task for some is for; one it was taken from stays, for the task's version.</summary>
internal sealed class HomeworkStudentRow
{
    public required int Homework { get; init; }

    public required int Student { get; init; }

    public required bool Given { get; init; }

    public required long Version { get; init; }

    public required int By { get; init; }

    public required long At { get; init; }

    private sealed class Table : IEntityTypeConfiguration<HomeworkStudentRow>
    {
        public void Configure(EntityTypeBuilder<HomeworkStudentRow> builder)
        {
            builder.ToTable("HomeworkStudents").HasKey(row => new { row.Homework, row.Student });
            builder.HasOne<HomeworkRow>().WithMany().HasForeignKey(row => row.Homework);
            builder.HasOne<PersonRow>().WithMany().HasForeignKey(row => row.Student);
        }
    }
}

/// <summary>The files of a task, in order; one that was taken away stays: what was ever attached is part of the record.</summary>
internal sealed class HomeworkFileRow
{
    public required int Homework { get; init; }

    public required Guid File { get; init; }

    public required int Number { get; init; }

    public required bool Attached { get; init; }

    public required string Name { get; init; }

    public required int Size { get; init; }

    public required string Type { get; init; }

    public required string Hash { get; init; }

    private sealed class Table : IEntityTypeConfiguration<HomeworkFileRow>
    {
        public void Configure(EntityTypeBuilder<HomeworkFileRow> builder)
        {
            builder.ToTable("HomeworkFiles").HasKey(row => new { row.Homework, row.File });
            builder.HasOne<HomeworkRow>().WithMany().HasForeignKey(row => row.Homework);
            builder.HasIndex(row => row.File);
        }
    }
}

/// <summary>A file that was brought, by whom; whether a task has it is in the log.</summary>
internal sealed class UploadRow : IOutsideTheLog
{
    public required Guid File { get; init; }

    public required string Name { get; init; }

    public required int Size { get; init; }

    public required string Type { get; init; }

    public required string Hash { get; init; }

    public required int By { get; init; }

    public required long At { get; init; }

    private sealed class Table : IEntityTypeConfiguration<UploadRow>
    {
        public void Configure(EntityTypeBuilder<UploadRow> builder)
        {
            builder.ToTable("Uploads").HasKey(row => row.File);
            builder.HasOne<PersonRow>().WithMany().HasForeignKey(row => row.By);
        }
    }
}
