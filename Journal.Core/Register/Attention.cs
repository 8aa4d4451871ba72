using Journal.Core.Basics;
using Journal.Core.School;

namespace Journal.Core.Register;

public enum AttentionCause
{
    /// <summary>The average is below what «3» begins with.</summary>
    LowAverage = 1,

    /// <summary>The last marks do not pass, several of them running.</summary>
    BadRun,
}

/// <summary>What in a student's marks of one subject asks for a talk: a fact for the class teacher, never a verdict.</summary>
public sealed record Attention(StudentId Student, CourseId Course, AttentionCause Cause, Fraction Average)
{
    /// <summary>That many make a run; of fewer marks an average says nothing yet.</summary>
    public const int Marks = 3;

    public static IEnumerable<Attention> Of(JournalPage page, Thresholds thresholds) =>
        page.Students.Keys.OrderBy(student => student.Value).SelectMany(student => Of(page, student, thresholds));

    private static IEnumerable<Attention> Of(JournalPage page, StudentId student, Thresholds thresholds)
    {
        var scale = page.Rules.Scale;
        CountedCell[] cells =
        [
            .. page
                .Shape.Lessons.SelectMany(lesson => page.Shape.WorksOf(lesson.Id))
                .Select(work => new CountedCell(work.Id, work.Weight, page.MarkAt(work.Id, student).Value))
                .Where(cell => Counts(cell.Value, scale)),
        ];
        if (cells.Length < Marks || WeightedAverage.Of(cells, scale) is not { } average)
            yield break;
        if (cells[^Marks..].All(cell => IsBad(cell.Value, scale)))
            yield return new(student, page.Id.Course, AttentionCause.BadRun, average);
        else if (thresholds.LevelOf(average) is MarkLevel.Unsatisfactory)
            yield return new(student, page.Id.Course, AttentionCause.LowAverage, average);
    }

    private static bool Counts(CellValue value, MarkScale scale) => value.First is { } code && scale.WithCode(code)?.Hundredths is not null;

    private static bool IsBad(CellValue value, MarkScale scale) => scale.WithCode(value.First!.Value)?.Level is MarkLevel.Unsatisfactory;
}
