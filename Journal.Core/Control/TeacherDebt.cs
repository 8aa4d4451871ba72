using Journal.Core.Basics;
using Journal.Core.Lessons;

namespace Journal.Core.Control;

/// <summary>What a teacher owes to one lesson of a course.</summary>
/// <param name="Work">The column whose marks are missing.</param>
public sealed record TeacherDebt(CourseId Course, Lesson Lesson, Work? Work, Debt Debt);

/// <summary>A teacher's debts, those that fall due first before the others.</summary>
/// <param name="IsQuiet">Nothing counts down now: it is a holiday, early morning or evening.</param>
public sealed record DebtList(IReadOnlyList<TeacherDebt> Debts, bool IsQuiet);
