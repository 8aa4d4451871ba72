using Journal.Core.People.Storage;
using Journal.Core.School.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Journal.Core.Classes.Storage;

internal sealed class ClassRow
{
    public required int Id { get; init; }

    public required int Year { get; init; }

    public required int Grade { get; init; }

    public required string Letter { get; init; }

    public required int TermSet { get; init; }

    public required int HolidaySet { get; init; }

    public required int Bells { get; init; }

    private sealed class Table : IEntityTypeConfiguration<ClassRow>
    {
        public void Configure(EntityTypeBuilder<ClassRow> builder)
        {
            builder.ToTable("Classes").HasKey(row => row.Id);
            builder.Property(row => row.Id).ValueGeneratedNever();
            builder.HasOne<YearRow>().WithMany().HasForeignKey(row => row.Year);
            builder.HasOne<TermSetRow>().WithMany().HasForeignKey(row => row.TermSet);
            builder.HasOne<HolidaySetRow>().WithMany().HasForeignKey(row => row.HolidaySet);
            builder.HasOne<BellScheduleRow>().WithMany().HasForeignKey(row => row.Bells);
        }
    }
}

internal sealed class ClassTeacherRow
{
    public required int Class { get; init; }

    public required int Teacher { get; init; }

    public required DateOnly From { get; init; }

    public DateOnly? Until { get; init; }

    private sealed class Table : IEntityTypeConfiguration<ClassTeacherRow>
    {
        public void Configure(EntityTypeBuilder<ClassTeacherRow> builder)
        {
            builder
                .ToTable("ClassTeachers")
                .HasKey(row => new
                {
                    row.Class,
                    row.Teacher,
                    row.From,
                });
            builder.HasOne<ClassRow>().WithMany().HasForeignKey(row => row.Class);
            builder.HasOne<PersonRow>().WithMany().HasForeignKey(row => row.Teacher);
        }
    }
}

internal sealed class ClassMemberRow
{
    public required int Student { get; init; }

    public required int Class { get; init; }

    public required DateOnly From { get; init; }

    public DateOnly? To { get; init; }

    private sealed class Table : IEntityTypeConfiguration<ClassMemberRow>
    {
        public void Configure(EntityTypeBuilder<ClassMemberRow> builder)
        {
            builder
                .ToTable("ClassMembers")
                .HasKey(row => new
                {
                    row.Student,
                    row.Class,
                    row.From,
                });
            builder.HasOne<PersonRow>().WithMany().HasForeignKey(row => row.Student);
            builder.HasOne<ClassRow>().WithMany().HasForeignKey(row => row.Class);
            builder.HasIndex(row => new { row.Class, row.Student });
        }
    }
}
