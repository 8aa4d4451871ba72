using Journal.Core.Classes.Storage;
using Journal.Core.Courses.Storage;
using Journal.Core.Lessons.Storage;
using Journal.Core.People.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Journal.Core.Remarks.Storage;

/// <summary>Of whom a remark is, where it stands and who wrote it: what never changes of it.</summary>
internal sealed class RemarkRow
{
    public required int Id { get; init; }

    public required int Student { get; init; }

    public required int Class { get; init; }

    public int? Course { get; init; }

    public int? Lesson { get; init; }

    public required DateOnly Date { get; init; }

    public required long Seq { get; init; }

    public required int By { get; init; }

    public required long At { get; init; }

    private sealed class Table : IEntityTypeConfiguration<RemarkRow>
    {
        public void Configure(EntityTypeBuilder<RemarkRow> builder)
        {
            builder.ToTable("Remarks").HasKey(row => row.Id);
            builder.Property(row => row.Id).ValueGeneratedNever();
            builder.HasOne<PersonRow>().WithMany().HasForeignKey(row => row.Student);
            builder.HasOne<ClassRow>().WithMany().HasForeignKey(row => row.Class);
            builder.HasOne<CourseRow>().WithMany().HasForeignKey(row => row.Course);
            builder.HasOne<LessonRow>().WithMany().HasForeignKey(row => row.Lesson);
            builder.HasIndex(row => new { row.Student, row.Date });
            builder.HasIndex(row => new { row.Class, row.Date });
        }
    }
}

/// <summary>What a remark says now; the words of a withdrawn one stay.</summary>
internal sealed class RemarkWordsRow
{
    public required int Remark { get; init; }

    public required int Kind { get; init; }

    public required string Text { get; init; }

    public required bool Withdrawn { get; init; }

    public required long Version { get; init; }

    public required int By { get; init; }

    public required long At { get; init; }

    private sealed class Table : IEntityTypeConfiguration<RemarkWordsRow>
    {
        public void Configure(EntityTypeBuilder<RemarkWordsRow> builder)
        {
            builder.ToTable("RemarkWords").HasKey(row => row.Remark);
            builder.Property(row => row.Remark).ValueGeneratedNever();
            builder.HasOne<RemarkRow>().WithMany().HasForeignKey(row => row.Remark);
        }
    }
}
