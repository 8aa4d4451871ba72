using Journal.Core.Lessons.Storage;
using Journal.Core.People.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Journal.Core.Register.Storage;

/// <summary>A mark cell as it is now; a cleared one stays, with its version.</summary>
internal sealed class MarkRow
{
    public required int Work { get; init; }

    public required int Student { get; init; }

    public short? First { get; init; }

    public short? Second { get; init; }

    public required bool Due { get; init; }

    public DateOnly? DueBy { get; init; }

    public string? Comment { get; init; }

    public required bool CommentForFamily { get; init; }

    public required long Version { get; init; }

    public required int By { get; init; }

    public required long At { get; init; }

    private sealed class Table : IEntityTypeConfiguration<MarkRow>
    {
        public void Configure(EntityTypeBuilder<MarkRow> builder)
        {
            builder.ToTable("Marks").HasKey(row => new { row.Work, row.Student });
            builder.HasOne<WorkRow>().WithMany().HasForeignKey(row => row.Work);
            builder.HasOne<PersonRow>().WithMany().HasForeignKey(row => row.Student);
        }
    }
}

/// <summary>The fact of an absence: the teacher's record.</summary>
internal sealed class AttendanceRow
{
    public required int Lesson { get; init; }

    public required int Student { get; init; }

    public int? Code { get; init; }

    public int? Minutes { get; init; }

    public required long Version { get; init; }

    public required int By { get; init; }

    public required long At { get; init; }

    private sealed class Table : IEntityTypeConfiguration<AttendanceRow>
    {
        public void Configure(EntityTypeBuilder<AttendanceRow> builder)
        {
            builder.ToTable("Attendance").HasKey(row => new { row.Lesson, row.Student });
            builder.HasOne<LessonRow>().WithMany().HasForeignKey(row => row.Lesson);
            builder.HasOne<PersonRow>().WithMany().HasForeignKey(row => row.Student);
        }
    }
}

/// <summary>The reason of an absence: the class teacher's record, with its document.</summary>
internal sealed class ReasonRow
{
    public required int Lesson { get; init; }

    public required int Student { get; init; }

    public int? Code { get; init; }

    public string? Document { get; init; }

    public required long Version { get; init; }

    public required int By { get; init; }

    public required long At { get; init; }

    private sealed class Table : IEntityTypeConfiguration<ReasonRow>
    {
        public void Configure(EntityTypeBuilder<ReasonRow> builder)
        {
            builder.ToTable("AbsenceReasons").HasKey(row => new { row.Lesson, row.Student });
            builder.HasOne<LessonRow>().WithMany().HasForeignKey(row => row.Lesson);
            builder.HasOne<PersonRow>().WithMany().HasForeignKey(row => row.Student);
        }
    }
}

/// <summary>The roll of this lesson was declared taken.</summary>
internal sealed class RollRow
{
    public required int Lesson { get; init; }

    public required long Version { get; init; }

    public required int By { get; init; }

    public required long At { get; init; }

    private sealed class Table : IEntityTypeConfiguration<RollRow>
    {
        public void Configure(EntityTypeBuilder<RollRow> builder)
        {
            builder.ToTable("Rolls").HasKey(row => row.Lesson);
            builder.Property(row => row.Lesson).ValueGeneratedNever();
            builder.HasOne<LessonRow>().WithMany().HasForeignKey(row => row.Lesson);
        }
    }
}
