using System.Collections.Immutable;
using Journal.Core.Basics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Journal.Core.School.Storage;

/// <summary>One that was revoked stays as a row: its number is in the log for ever.</summary>
internal sealed class DayOrderRow
{
    public required int Id { get; init; }

    public required DateOnly Date { get; init; }

    public required int Mode { get; init; }

    public required string Number { get; init; }

    public required string Cause { get; init; }

    public int? Weekday { get; init; }

    public int? Week { get; init; }

    public int? Bells { get; init; }

    public required bool Revoked { get; init; }

    public required long Version { get; init; }

    public required int By { get; init; }

    public required long At { get; init; }

    public DayOrderNow Read(ImmutableArray<ClassId> classes) =>
        new(new(new(Id), Date, classes, (DayMode)Mode, Number, Cause, Pattern), Version, new(By), new(At, TimeSpan.Zero));

    private DayPattern? Pattern =>
        Weekday is { } weekday && Week is { } week
            ? new((DayOfWeek)weekday, (WeekKind)week, Bells is { } bells ? new BellScheduleId(bells) : null)
            : null;

    private sealed class Table : IEntityTypeConfiguration<DayOrderRow>
    {
        public void Configure(EntityTypeBuilder<DayOrderRow> builder)
        {
            builder.ToTable("DayOrders").HasKey(row => row.Id);
            builder.Property(row => row.Id).ValueGeneratedNever();
            builder.Ignore(row => row.Pattern);
        }
    }
}

internal sealed class DayOrderClassRow
{
    public required int Order { get; init; }

    public required int Class { get; init; }

    private sealed class Table : IEntityTypeConfiguration<DayOrderClassRow>
    {
        public void Configure(EntityTypeBuilder<DayOrderClassRow> builder)
        {
            builder.ToTable("DayOrderClasses").HasKey(row => new { row.Order, row.Class });
            builder.HasOne<DayOrderRow>().WithMany().HasForeignKey(row => row.Order);
        }
    }
}
