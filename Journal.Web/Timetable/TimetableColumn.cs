using Journal.Core.Basics;

namespace Journal.Web.Timetable;

/// <summary>A day of the week, or a class on one day.</summary>
public sealed record TimetableColumn(string Title, DateOnly Date, ClassId? Class);
