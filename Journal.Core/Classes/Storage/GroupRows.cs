using Journal.Core.People.Storage;
using Journal.Core.School.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Journal.Core.Classes.Storage;

internal sealed class GroupRow
{
    public required int Id { get; init; }

    public required int Year { get; init; }

    public required int Kind { get; init; }

    public required string Name { get; init; }

    private sealed class Table : IEntityTypeConfiguration<GroupRow>
    {
        public void Configure(EntityTypeBuilder<GroupRow> builder)
        {
            builder.ToTable("Groups").HasKey(row => row.Id);
            builder.Property(row => row.Id).ValueGeneratedNever();
            builder.HasOne<YearRow>().WithMany().HasForeignKey(row => row.Year);
        }
    }
}

internal sealed class GroupClassRow
{
    public required int Group { get; init; }

    public required int Class { get; init; }

    private sealed class Table : IEntityTypeConfiguration<GroupClassRow>
    {
        public void Configure(EntityTypeBuilder<GroupClassRow> builder)
        {
            builder.ToTable("GroupClasses").HasKey(row => new { row.Group, row.Class });
            builder.HasOne<GroupRow>().WithMany().HasForeignKey(row => row.Group);
            builder.HasOne<ClassRow>().WithMany().HasForeignKey(row => row.Class);
        }
    }
}

internal sealed class GroupMemberRow
{
    public required int Student { get; init; }

    public required int Group { get; init; }

    public required int Class { get; init; }

    public required DateOnly From { get; init; }

    public DateOnly? To { get; init; }

    private sealed class Table : IEntityTypeConfiguration<GroupMemberRow>
    {
        public void Configure(EntityTypeBuilder<GroupMemberRow> builder)
        {
            builder
                .ToTable("GroupMembers")
                .HasKey(row => new
                {
                    row.Group,
                    row.Student,
                    row.From,
                });
            builder.HasOne<PersonRow>().WithMany().HasForeignKey(row => row.Student);
            builder.HasOne<GroupRow>().WithMany().HasForeignKey(row => row.Group);
            builder.HasOne<ClassRow>().WithMany().HasForeignKey(row => row.Class);
        }
    }
}
