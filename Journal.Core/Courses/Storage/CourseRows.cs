using Journal.Core.Classes.Storage;
using Journal.Core.People.Storage;
using Journal.Core.School.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Journal.Core.Courses.Storage;

internal sealed class SubjectRow
{
    public required int Id { get; init; }

    public required string Name { get; init; }

    public bool NeedsBriefing { get; init; }

    private sealed class Table : IEntityTypeConfiguration<SubjectRow>
    {
        public void Configure(EntityTypeBuilder<SubjectRow> builder)
        {
            builder.ToTable("Subjects").HasKey(row => row.Id);
            builder.Property(row => row.Id).ValueGeneratedNever();
        }
    }
}

internal sealed class CourseRow
{
    public required int Id { get; init; }

    public required int Year { get; init; }

    public required int Subject { get; init; }

    public required int Group { get; init; }

    public required int Scale { get; init; }

    public required int WeeklyHours { get; init; }

    private sealed class Table : IEntityTypeConfiguration<CourseRow>
    {
        public void Configure(EntityTypeBuilder<CourseRow> builder)
        {
            builder.ToTable("Courses").HasKey(row => row.Id);
            builder.Property(row => row.Id).ValueGeneratedNever();
            builder.HasOne<YearRow>().WithMany().HasForeignKey(row => row.Year);
            builder.HasOne<SubjectRow>().WithMany().HasForeignKey(row => row.Subject);
            builder.HasOne<GroupRow>().WithMany().HasForeignKey(row => row.Group);
            builder.HasOne<ScaleRow>().WithMany().HasForeignKey(row => row.Scale);
        }
    }
}

internal sealed class LoadRow
{
    public required int Course { get; init; }

    public required int Teacher { get; init; }

    public required DateOnly From { get; init; }

    public DateOnly? Until { get; init; }

    private sealed class Table : IEntityTypeConfiguration<LoadRow>
    {
        public void Configure(EntityTypeBuilder<LoadRow> builder)
        {
            builder
                .ToTable("Loads")
                .HasKey(row => new
                {
                    row.Course,
                    row.Teacher,
                    row.From,
                });
            builder.HasOne<CourseRow>().WithMany().HasForeignKey(row => row.Course);
            builder.HasOne<PersonRow>().WithMany().HasForeignKey(row => row.Teacher);
        }
    }
}

internal sealed class MarksOffRow
{
    public required int Id { get; init; }

    public int? Course { get; init; }

    public int? Class { get; init; }

    public int? Student { get; init; }

    public required DateOnly From { get; init; }

    public DateOnly? To { get; init; }

    private sealed class Table : IEntityTypeConfiguration<MarksOffRow>
    {
        public void Configure(EntityTypeBuilder<MarksOffRow> builder)
        {
            builder.ToTable("MarksOff").HasKey(row => row.Id);
            builder.Property(row => row.Id).ValueGeneratedNever();
        }
    }
}

internal sealed class TermLockRow
{
    public required int Term { get; init; }

    public required int Class { get; init; }

    private sealed class Table : IEntityTypeConfiguration<TermLockRow>
    {
        public void Configure(EntityTypeBuilder<TermLockRow> builder)
        {
            builder.ToTable("TermLocks").HasKey(row => new { row.Term, row.Class });
            builder.HasOne<TermRow>().WithMany().HasForeignKey(row => row.Term);
            builder.HasOne<ClassRow>().WithMany().HasForeignKey(row => row.Class);
        }
    }
}
