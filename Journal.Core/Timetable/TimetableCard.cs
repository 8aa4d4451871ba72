using Journal.Core.Basics;
using Journal.Core.School;

namespace Journal.Core.Timetable;

/// <summary>One place of a course in the week: this weekday, this lesson number, every week or only A or B weeks, while it is valid.</summary>
public sealed record TimetableCard(
    int Id,
    CourseId Course,
    DayOfWeek Weekday,
    int Number,
    WeekKind Week,
    string? Room,
    DateOnly From,
    DateOnly? To
);

public sealed record CardPlaced(TimetableCard Card) : JournalEvent
{
    protected override Concern Concerned => new(Course: Card.Course);
}
