using Journal.Core.Basics;
using Journal.Core.People.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Journal.Core.Courses.Storage;

internal sealed class SubstitutionRow
{
    public required int Lesson { get; init; }

    public required int Course { get; init; }

    public required DateOnly Date { get; init; }

    public required int Number { get; init; }

    public required int Teacher { get; init; }

    public required int Kind { get; init; }

    public required bool Confirmed { get; init; }

    public int? With { get; init; }

    public string? Order { get; init; }

    public required long Version { get; init; }

    public required int By { get; init; }

    public required long At { get; init; }

    public SubstitutionNow Read() =>
        new(
            new(
                new(Lesson),
                new(Course),
                Date,
                Number,
                new(Teacher),
                (SubstitutionKind)Kind,
                Confirmed,
                With is { } with ? new LessonId(with) : null,
                Order
            ),
            Version,
            new(By),
            new(At, TimeSpan.Zero)
        );

    private sealed class Table : IEntityTypeConfiguration<SubstitutionRow>
    {
        public void Configure(EntityTypeBuilder<SubstitutionRow> builder)
        {
            builder.ToTable("Substitutions").HasKey(row => row.Lesson);
            builder.Property(row => row.Lesson).ValueGeneratedNever();
            builder.HasOne<CourseRow>().WithMany().HasForeignKey(row => row.Course);
            builder.HasOne<PersonRow>().WithMany().HasForeignKey(row => row.Teacher);
        }
    }
}

/// <summary>One that was revoked stays as a row: its number is in the log for ever.</summary>
internal sealed class TeacherAbsenceRow
{
    public required int Id { get; init; }

    public required int Teacher { get; init; }

    public required DateOnly From { get; init; }

    public required DateOnly To { get; init; }

    public required int Cause { get; init; }

    public string? Order { get; init; }

    public required bool Revoked { get; init; }

    public required long Version { get; init; }

    public required int By { get; init; }

    public required long At { get; init; }

    public TeacherAbsenceNow Read() =>
        new(new(new(Id), new(Teacher), From, To, (TeacherAbsenceCause)Cause, Order), Version, new(By), new(At, TimeSpan.Zero));

    private sealed class Table : IEntityTypeConfiguration<TeacherAbsenceRow>
    {
        public void Configure(EntityTypeBuilder<TeacherAbsenceRow> builder)
        {
            builder.ToTable("TeacherAbsences").HasKey(row => row.Id);
            builder.Property(row => row.Id).ValueGeneratedNever();
            builder.HasOne<PersonRow>().WithMany().HasForeignKey(row => row.Teacher);
        }
    }
}
