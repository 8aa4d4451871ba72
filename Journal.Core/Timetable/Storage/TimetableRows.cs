using Journal.Core.Courses.Storage;
using Journal.Core.School;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Journal.Core.Timetable.Storage;

internal sealed class TimetableCardRow
{
    public required int Id { get; init; }

    public required int Course { get; init; }

    public required int Weekday { get; init; }

    public required int Number { get; init; }

    public required int Week { get; init; }

    public string? Room { get; init; }

    public required DateOnly From { get; init; }

    public DateOnly? To { get; init; }

    public TimetableCard Read() => new(Id, new(Course), (DayOfWeek)Weekday, Number, (WeekKind)Week, Room, From, To);

    private sealed class Table : IEntityTypeConfiguration<TimetableCardRow>
    {
        public void Configure(EntityTypeBuilder<TimetableCardRow> builder)
        {
            builder.ToTable("TimetableCards").HasKey(row => row.Id);
            builder.Property(row => row.Id).ValueGeneratedNever();
            builder.HasOne<CourseRow>().WithMany().HasForeignKey(row => row.Course);
            builder.HasIndex(row => new { row.Course });
        }
    }
}
