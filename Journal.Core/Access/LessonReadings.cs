using Journal.Core.Basics;
using Journal.Core.Courses;
using Journal.Core.Lessons;
using Journal.Core.School;

namespace Journal.Core.Access;

/// <summary>The record of one lesson: what became of it, who gave it, what was taught and set.</summary>
/// <param name="Roll">The lesson with its page, and whether the reader may write into it.</param>
/// <param name="Teachers">Who teaches the course on its day.</param>
/// <param name="Substitution">Who gives it instead.</param>
/// <param name="Together">Lessons given together with this one: each course keeps its own record.</param>
/// <param name="Order">What holds for a class of the lesson on its day.</param>
/// <param name="Closed">What closes the record; null while it may be written.</param>
public sealed record LessonCard(
    RollCard Roll,
    IReadOnlyList<PersonId> Teachers,
    SubstitutionNow? Substitution,
    IReadOnlyList<LessonTogether> Together,
    DayOrderNow? Order,
    NextTopic? Next,
    Refusal? Closed
)
{
    public Lesson Lesson => Roll.Lesson;
}

public sealed record LessonTogether(LessonId Lesson, string Group, string Subject);

public sealed partial class Readings
{
    /// <summary>For whoever reads the lesson's page.</summary>
    public async Task<LessonCard?> Lesson(PersonId reader, LessonId lesson, CancellationToken ct = default)
    {
        if (Roll(reader, lesson) is not { } roll)
            return null;

        var (roster, course) = (rosters.Current, roll.Page.Id.Course);
        return new(
            roll,
            [.. roster.TeachersOfCourse[course].Where(tie => tie.Days.Contains(roll.Lesson.Date)).Select(tie => tie.To).Distinct()],
            roster.Substitutions.GetValueOrDefault(lesson),
            [.. TogetherWith(roster, lesson, roll.Lesson.Date)],
            roster.ClassesOf(course).Select(one => roster.OrderOf(one, roll.Lesson.Date)).FirstOrDefault(one => one is not null),
            roll.Lesson.Topic is null ? await plans.Next(course, roll.Lesson, ct) : null,
            roll.Page.MayRecord(roll.Lesson, clock.Today)
        );
    }

    // Whichever of the two was taken over: both say so.
    private IEnumerable<LessonTogether> TogetherWith(Roster roster, LessonId lesson, DateOnly day)
    {
        var own = roster.Substitutions.GetValueOrDefault(lesson)?.What.With;
        var others = roster
            .Substitutions.Values.Where(one => one.What.Date == day && one.What.With == lesson)
            .Select(one => (One: one.What.Lesson, one.What.Course));
        if (own is { } with && lessons.PlaceOf(with) is { } place)
            others = others.Append((with, place.Course));
        return others
            .DistinctBy(one => one.One)
            .Select(one => new LessonTogether(
                one.One,
                roster.Groups[roster.Courses[one.Course].Group].Name,
                roster.Subjects[roster.Courses[one.Course].Subject].Name
            ));
    }
}
