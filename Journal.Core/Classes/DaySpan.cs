namespace Journal.Core.Classes;

/// <summary>Days from the first to the last, both included; an open end is "until further notice".</summary>
public readonly record struct DaySpan(DateOnly From, DateOnly? To)
{
    public static readonly DaySpan Never = new(DateOnly.MaxValue, DateOnly.MinValue);

    public bool Contains(DateOnly date) => From <= date && (To is null || date <= To);

    public bool Touches(DateOnly from, DateOnly to) => From <= to && (To is null || from <= To);
}
