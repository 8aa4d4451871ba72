namespace Journal.Core.Classes;

/// <summary>Days from the first to the last, both included; an open end is "until further notice".</summary>
public readonly record struct DaySpan(DateOnly From, DateOnly? To)
{
    /// <summary>Until is the first day without: the day before it is the last one, and before the first day of all there is none.</summary>
    public static DaySpan Until(DateOnly from, DateOnly? until) =>
        new(from, until is { } end && end > DateOnly.MinValue ? end.AddDays(-1) : until);

    public bool Contains(DateOnly date) => From <= date && (To is null || date <= To);

    public bool Touches(DateOnly from, DateOnly to) => From <= to && (To is null || from <= To);
}
