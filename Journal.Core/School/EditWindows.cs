namespace Journal.Core.School;

public enum EditKind
{
    Mark,
    Topic,
    MakeUp,
    AbsenceReason,
}

/// <summary>How many calendar days after a lesson its record may still be changed. Reasons of absence have no window (domain §3).</summary>
public sealed record EditWindows(int MarkDays, int TopicDays, int MakeUpDays)
{
    // Twice the longest deadline of R26 (a week for written work): a window guards the record, it does not chase the teacher.
    public static readonly EditWindows Default = new(MarkDays: 14, TopicDays: 14, MakeUpDays: 30);

    internal IReadOnlyList<(int Days, EditKind Window)> Each =>
        [(MarkDays, EditKind.Mark), (TopicDays, EditKind.Topic), (MakeUpDays, EditKind.MakeUp)];

    public static bool IsAhead(DateOnly lesson, DateOnly today) => lesson > today;

    public bool IsOpen(EditKind kind, DateOnly lesson, DateOnly today) =>
        kind switch
        {
            EditKind.Mark => !IsAhead(lesson, today) && IsWithin(MarkDays, lesson, today),
            // A topic may be written in advance.
            EditKind.Topic => IsWithin(TopicDays, lesson, today),
            EditKind.MakeUp => !IsAhead(lesson, today) && IsWithin(MakeUpDays, lesson, today),
            EditKind.AbsenceReason => true,
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "An edit of no known kind."),
        };

    private static bool IsWithin(int days, DateOnly lesson, DateOnly today) => today.DayNumber - lesson.DayNumber <= days;
}
