using System.Collections.Immutable;
using Journal.Core.Basics;
using Journal.Core.Lessons.Storage;
using Journal.Core.People.Storage;
using Journal.Core.Persistence;
using Journal.Core.Writing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Journal.Core.Register.Storage;

/// <summary>The protocol of a make-up; one that was taken back stays, with its version.</summary>
internal sealed class MakeUpRow
{
    public required int Lesson { get; init; }

    public required int Student { get; init; }

    public string? Number { get; init; }

    public DateOnly? Date { get; init; }

    public string? Commission { get; init; }

    public required long Version { get; init; }

    public required int By { get; init; }

    public required long At { get; init; }

    private sealed class Table : IEntityTypeConfiguration<MakeUpRow>
    {
        public void Configure(EntityTypeBuilder<MakeUpRow> builder)
        {
            builder.ToTable("MakeUps").HasKey(row => new { row.Lesson, row.Student });
            builder.HasOne<LessonRow>().WithMany().HasForeignKey(row => row.Lesson);
            builder.HasOne<PersonRow>().WithMany().HasForeignKey(row => row.Student);
        }
    }
}

internal sealed class MakeUpHandler(JournalPages pages, SchoolClock clock) : IHandler<RecordMakeUp>
{
    public Decision Decide(RecordMakeUp command, Operation operation) =>
        pages.PageOf(command.Course, command.Lesson, operation.Data) is { } page
            ? page.Decide(command, operation.Today, clock.DayOf)
            : new UnknownLesson(command.Lesson);
}

/// <summary>The table of make-ups: how a page is read from it and what an event writes.</summary>
internal static class MakeUps
{
    public static ImmutableDictionary<(LessonId, StudentId), MakeUpCell> Load(JournalDb db, PageId id)
    {
        var rows =
            from lesson in db.Set<LessonRow>()
            where lesson.Course == id.Course.Value && lesson.Term == id.Term.Value
            join one in db.Set<MakeUpRow>() on lesson.Id equals one.Lesson
            select one;
        return rows.AsNoTracking()
            .AsEnumerable()
            .ToImmutableDictionary(
                row => (new LessonId(row.Lesson), new StudentId(row.Student)),
                row => new MakeUpCell(Protocol(row), row.Version, new(row.By), PageLoader.Moment(row.At))
            );
    }

    public static MakeUpProtocol? Protocol(MakeUpRow row) =>
        row is { Number: { } number, Date: { } date } ? new(number, date, row.Commission) : null;

    public static void Write(MakeUpRecorded e, Recording to) =>
        to.Rows.Put(
            new MakeUpRow
            {
                Lesson = e.Lesson.Value,
                Student = e.Student.Value,
                Number = e.After?.Number,
                Date = e.After?.Date,
                Commission = e.After?.Commission,
                Version = to.Seq,
                By = to.Actor.Value,
                At = to.At.UtcTicks,
            }
        );
}
