using Journal.Core.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Journal.Core.People.Storage;

/// <summary>A person as the log knows one: a number.</summary>
internal sealed class PersonRow
{
    public required int Id { get; init; }

    private sealed class Table : IEntityTypeConfiguration<PersonRow>
    {
        public void Configure(EntityTypeBuilder<PersonRow> builder)
        {
            builder.ToTable("People").HasKey(row => row.Id);
            builder.Property(row => row.Id).ValueGeneratedNever();
        }
    }
}

/// <summary>Names and contacts: beside the log, so that a person's data can be corrected or removed without touching the chain.</summary>
internal sealed class PersonCardRow : IOutsideTheLog
{
    public required int Person { get; init; }

    public required string Family { get; init; }

    public required string Given { get; init; }

    public string? Patronymic { get; init; }

    public bool? Male { get; init; }

    public DateOnly? Born { get; init; }

    public string? Email { get; init; }

    private sealed class Table : IEntityTypeConfiguration<PersonCardRow>
    {
        public void Configure(EntityTypeBuilder<PersonCardRow> builder)
        {
            builder.ToTable("PersonCards").HasKey(row => row.Person);
            builder.Property(row => row.Person).ValueGeneratedNever();
            builder.HasOne<PersonRow>().WithMany().HasForeignKey(row => row.Person);
        }
    }
}

internal sealed class RoleRow
{
    public required int Person { get; init; }

    public required int Role { get; init; }

    public required DateOnly From { get; init; }

    public DateOnly? Until { get; init; }

    private sealed class Table : IEntityTypeConfiguration<RoleRow>
    {
        public void Configure(EntityTypeBuilder<RoleRow> builder)
        {
            builder
                .ToTable("Roles")
                .HasKey(row => new
                {
                    row.Person,
                    row.Role,
                    row.From,
                });
            builder.HasOne<PersonRow>().WithMany().HasForeignKey(row => row.Person);
        }
    }
}

internal sealed class GuardianRow
{
    public required int Guardian { get; init; }

    public required int Student { get; init; }

    public required DateOnly From { get; init; }

    public DateOnly? Until { get; init; }

    private sealed class Table : IEntityTypeConfiguration<GuardianRow>
    {
        public void Configure(EntityTypeBuilder<GuardianRow> builder)
        {
            builder
                .ToTable("Guardians")
                .HasKey(row => new
                {
                    row.Guardian,
                    row.Student,
                    row.From,
                });
            builder.HasOne<PersonRow>().WithMany().HasForeignKey(row => row.Guardian);
            builder.HasOne<PersonRow>().WithMany().HasForeignKey(row => row.Student);
        }
    }
}
