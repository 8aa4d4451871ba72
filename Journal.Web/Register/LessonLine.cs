using System.Collections.Immutable;
using Journal.Core.Basics;
using Journal.Core.Lessons;
using Journal.Core.Register;
using Journal.Core.School;

namespace Journal.Web.Register;

/// <summary>A lesson on the right leaf. Closed says why its record may not be written.</summary>
public sealed record LessonLine(Lesson Lesson, long Version, bool Twice, bool StartsWeek, bool IsToday, bool IsAhead, Refusal? Closed)
{
    /// <summary>All lessons of a page, in order.</summary>
    public static ImmutableArray<LessonLine> Of(JournalPage page, DateOnly today)
    {
        var lessons = page.Shape.Lessons;
        var lines = ImmutableArray.CreateBuilder<LessonLine>(lessons.Length);
        for (var i = 0; i < lessons.Length; i++)
        {
            var (lesson, before, after) = (lessons[i], i > 0 ? lessons[i - 1] : null, i + 1 < lessons.Length ? lessons[i + 1] : null);
            lines.Add(
                new(
                    lesson,
                    page.RecordOf(lesson.Id).Version,
                    lesson.Date == before?.Date || lesson.Date == after?.Date,
                    before is not null && SchoolCalendar.MondayOf(before.Date) != SchoolCalendar.MondayOf(lesson.Date),
                    lesson.Date == today,
                    lesson.Date > today,
                    page.MayRecord(lesson, today)
                )
            );
        }

        return lines.MoveToImmutable();
    }
}
