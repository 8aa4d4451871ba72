using Journal.Core.Classes.Storage;
using Journal.Core.People.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Journal.Core.Notices.Storage;

/// <summary>What a guardian told: what never changes of it.</summary>
internal sealed class NoticeRow
{
    public required int Id { get; init; }

    public required int Student { get; init; }

    public required int Class { get; init; }

    public required DateOnly From { get; init; }

    public required DateOnly To { get; init; }

    public required int Reason { get; init; }

    public string? Text { get; init; }

    public required long Seq { get; init; }

    public required int By { get; init; }

    public required long At { get; init; }

    private sealed class Table : IEntityTypeConfiguration<NoticeRow>
    {
        public void Configure(EntityTypeBuilder<NoticeRow> builder)
        {
            builder.ToTable("Notices").HasKey(row => row.Id);
            builder.Property(row => row.Id).ValueGeneratedNever();
            builder.HasOne<PersonRow>().WithMany().HasForeignKey(row => row.Student);
            builder.HasOne<ClassRow>().WithMany().HasForeignKey(row => row.Class);
            builder.HasIndex(row => new { row.Student, row.To });
        }
    }
}

/// <summary>The file of a notice: it stays with the record, whatever becomes of the notice.</summary>
internal sealed class NoticeFileRow
{
    public required int Notice { get; init; }

    public required Guid File { get; init; }

    public required string Name { get; init; }

    public required int Size { get; init; }

    public required string Type { get; init; }

    public required string Hash { get; init; }

    private sealed class Table : IEntityTypeConfiguration<NoticeFileRow>
    {
        public void Configure(EntityTypeBuilder<NoticeFileRow> builder)
        {
            builder.ToTable("NoticeFiles").HasKey(row => row.Notice);
            builder.Property(row => row.Notice).ValueGeneratedNever();
            builder.HasOne<NoticeRow>().WithMany().HasForeignKey(row => row.Notice);
            builder.HasIndex(row => row.File);
        }
    }
}

/// <summary>What became of a notice.</summary>
internal sealed class NoticeStateRow
{
    public required int Notice { get; init; }

    public required int State { get; init; }

    public string? Answer { get; init; }

    public int? Code { get; init; }

    public string? Document { get; init; }

    public required long Version { get; init; }

    public required int By { get; init; }

    public required long At { get; init; }

    private sealed class Table : IEntityTypeConfiguration<NoticeStateRow>
    {
        public void Configure(EntityTypeBuilder<NoticeStateRow> builder)
        {
            builder.ToTable("NoticeStates").HasKey(row => row.Notice);
            builder.Property(row => row.Notice).ValueGeneratedNever();
            builder.HasOne<NoticeRow>().WithMany().HasForeignKey(row => row.Notice);
        }
    }
}
