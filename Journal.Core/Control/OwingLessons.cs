using Journal.Core.Lessons;
using Journal.Core.Register;
using Journal.Core.School;

namespace Journal.Core.Control;

/// <summary>What a lesson asks of its teacher, by what became of it.</summary>
internal static class OwingLessons
{
    /// <summary>Those that have ended; one that was cancelled or moved away asks for nothing.</summary>
    public static IEnumerable<Lesson> Over(this JournalPage page, Circumstances around, DateTimeOffset now) =>
        page.Shape.Lessons.Where(lesson =>
            lesson.Status is not (LessonStatus.Cancelled or LessonStatus.Moved) && around.MomentOf(around.EndOf(lesson)) <= now
        );

    /// <summary>Covered means supervised, or another subject in its place: there was a roll, and nothing that could be a topic (hard day 7).</summary>
    public static IEnumerable<RecordKind> Asked(Lesson lesson) =>
        lesson.Status is LessonStatus.Covered ? [RecordKind.Roll] : [RecordKind.Topic, RecordKind.Roll, RecordKind.Homework];

    public static bool Has(this JournalPage page, Lesson lesson, RecordKind kind) =>
        kind switch
        {
            RecordKind.Topic => lesson.Topic is not null,
            RecordKind.Roll => page.Rolls.ContainsKey(lesson.Id),
            // «Не задано» is an empty text, and a record (R25).
            RecordKind.Homework => lesson.Homework is not null,
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Not a record of the lesson as a whole."),
        };
}
