using System.Collections.Immutable;
using Journal.Core.Basics;

namespace Journal.Core.School;

/// <summary>A regulation in use somewhere, to begin one's own with.</summary>
/// <param name="Code">As the requirements name it: S0 to S4.</param>
public sealed record RegulationPreset(string Code, ImmutableArray<DeadlineRule> Rules);

/// <summary>
/// The deadlines of five schools (domain R20–R28); they contradict each other, so none of them is ours. "Three days" are calendar days
/// where the paper does not say otherwise (Labour Code, article 14).
/// </summary>
public static class RegulationPresets
{
    // First grades have no homework unless the school says so; a college has courses 1 to 4 and homework in all of them.
    private static readonly GradeSpan WithHomework = new(2, GradeSpan.Highest);

    // S0 4.4, S1 2.9 (R22); S2 to S4 name no other time.
    private static readonly ImmutableArray<DeadlineRule> Lesson = [OnTheDay(RecordKind.Topic), OnTheDay(RecordKind.Roll)];

    // The federal norm: not later than the end of the school day.
    private static readonly DeadlineRule FederalHomework = Homework(minutes: 0);

    public static RegulationPreset S0 { get; } = new("S0", [.. Lesson, Homework(minutes: 90), Oral]);

    /// <summary>Where the written works of internal monitoring are no kind of work of their own, they are as any written one.</summary>
    public static RegulationPreset S1(params IEnumerable<WorkTypeId> monitoring) =>
        new(
            "S1",
            [
                .. Lesson,
                OnTheDay(RecordKind.Homework),
                Oral,
                Written(days: 7),
                .. monitoring.Select(type => Marked(days: 3) with { WorkType = type }),
                new(RecordKind.TermResult, 0, DeadlineUnit.EndOfDay, CountedFrom.TermEnd),
            ]
        );

    public static RegulationPreset S2 { get; } =
        new(
            "S2",
            [
                .. Lesson,
                FederalHomework,
                new(RecordKind.Mark, 24 * 60, DeadlineUnit.Minutes, CountedFrom.LessonEnd, new(2, 12), Form: WorkForm.Oral),
                Written(days: 3) with
                {
                    Grades = new(2, 10),
                },
                Written(days: 4) with
                {
                    Grades = new(11, 12),
                },
            ]
        );

    public static RegulationPreset S3 { get; } = new("S3", [.. Lesson, FederalHomework]);

    public static RegulationPreset S4 { get; } = new("S4", [.. Lesson, FederalHomework]);

    public static ImmutableArray<RegulationPreset> All(params IEnumerable<WorkTypeId> monitoring) => [S0, S1(monitoring), S2, S3, S4];

    // S0 4.3, S1 2.5: in the lesson or on the same day.
    private static DeadlineRule Oral => OnTheDay(RecordKind.Mark) with { Form = WorkForm.Oral };

    private static DeadlineRule OnTheDay(RecordKind kind) => new(kind, 0, DeadlineUnit.EndOfDay, CountedFrom.LessonDate);

    private static DeadlineRule Homework(int minutes) =>
        new(RecordKind.Homework, minutes, DeadlineUnit.Minutes, CountedFrom.LastLesson, WithHomework);

    private static DeadlineRule Written(int days) => Marked(days) with { Form = WorkForm.Written };

    private static DeadlineRule Marked(int days) =>
        new(RecordKind.Mark, days, DeadlineUnit.CalendarDays, CountedFrom.LessonDate, Everybody: true);
}
