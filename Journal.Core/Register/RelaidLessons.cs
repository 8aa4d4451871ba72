using Journal.Core.Basics;
using Journal.Core.Lessons;
using Journal.Core.School;
using Journal.Core.Timetable;

namespace Journal.Core.Register;

/// <summary>A lesson of a course whose timetable changes.</summary>
/// <param name="IsFree">It is only planned, and nobody has arranged or recorded anything about it.</param>
/// <param name="IsGone">Cancelled, and nothing was recorded of it: it may be given after all.</param>
public sealed record LaidLesson(TermId Term, Lesson Lesson, bool IsFree, bool IsGone = false);

/// <summary>A course whose timetable changes, between the first and the last day of the change.</summary>
/// <param name="Before">The places in which its lessons were.</param>
/// <param name="After">Those they are to have.</param>
/// <param name="IsTouched">False on days that are as they are by an order, and in terms that are closed.</param>
public sealed record RelaidCourse(
    CourseId Course,
    IReadOnlyList<LaidLesson> Lessons,
    IReadOnlyCollection<LessonDay> Before,
    IReadOnlyCollection<LessonDay> After,
    Func<LessonDay, bool> IsTouched,
    (WorkTypeId Type, int Weight)? DefaultWork
);

/// <summary>
/// How the lessons of a course follow its new timetable. Those whose place is gone take the new places of their term in order, with whatever was written ahead; those of
/// days that are over stay among such days. A lesson that was held, moved by hand or arranged for stays, and the place it would have taken in its week is
/// left out. Where there are more places, lessons are made; where there are fewer, the last ones are cancelled.
/// </summary>
public static class RelaidLessons
{
    public static IEnumerable<JournalEvent> Of(RelaidCourse course, DateOnly today, NewIds ids)
    {
        var (before, after) = (course.Before.Select(At).ToHashSet(), course.After.Select(At).ToHashSet());
        var lessons = course.Lessons.ToLookup(one => (one.Lesson.Date, one.Lesson.Number));
        var gone = course.Before.Where(day => course.IsTouched(day) && !after.Contains(At(day))).ToLookup(Part);
        var come = course.After.Where(day => course.IsTouched(day) && !before.Contains(At(day))).ToLookup(Part);
        foreach (var part in gone.Select(one => one.Key).Union(come.Select(one => one.Key)).Order())
        {
            foreach (var fact in Laid(course, [.. gone[part].OrderBy(At)], [.. come[part].OrderBy(At)], lessons, ids))
                yield return fact;
        }

        (int Term, bool Ahead) Part(LessonDay day) => (day.Term.Value, day.Date >= today);
    }

    private static IEnumerable<JournalEvent> Laid(
        RelaidCourse course,
        LessonDay[] gone,
        LessonDay[] come,
        ILookup<(DateOnly, int), LaidLesson> lessons,
        NewIds ids
    )
    {
        var free = gone.Select(day => lessons[At(day)].FirstOrDefault(one => one.IsFree)).OfType<LaidLesson>().ToArray();
        var places = Open(gone, come, lessons).Where(day => !IsTaken(lessons[At(day)])).ToArray();
        for (var i = 0; i < Math.Max(free.Length, places.Length); i++)
        {
            if (i >= places.Length)
                yield return Recorded(course, free[i], free[i].Lesson with { Status = LessonStatus.Cancelled });
            else if (i < free.Length)
                yield return Recorded(course, free[i], free[i].Lesson with { Date = places[i].Date, Number = places[i].Number });
            else if (lessons[At(places[i])].FirstOrDefault(one => one.IsGone) is { } again)
                yield return Recorded(course, again, again.Lesson with { Status = LessonStatus.Planned });
            else
                yield return Made(course, places[i], ids);
        }
    }

    // Week by week: the place that a lesson which stays would have taken is nobody's.
    private static IEnumerable<LessonDay> Open(LessonDay[] gone, LessonDay[] come, ILookup<(DateOnly, int), LaidLesson> lessons)
    {
        var former = gone.ToLookup(day => SchoolCalendar.MondayOf(day.Date));
        foreach (var week in come.GroupBy(day => SchoolCalendar.MondayOf(day.Date)))
        {
            var stay = former[week.Key].Select(day => lessons[At(day)].Any(one => one is { IsFree: false, IsGone: false })).ToArray();
            foreach (var (place, i) in week.Select((place, i) => (place, i)))
            {
                if (i >= stay.Length || !stay[i])
                    yield return place;
            }
        }
    }

    private static bool IsTaken(IEnumerable<LaidLesson> there) =>
        there.Any(one => one.Lesson.Status is not (LessonStatus.Cancelled or LessonStatus.Moved));

    private static LessonRecorded Recorded(RelaidCourse course, LaidLesson one, Lesson after) =>
        new(course.Course, one.Term, one.Lesson, after);

    private static LessonScheduled Made(RelaidCourse course, LessonDay day, NewIds ids)
    {
        var lesson = ids.Lesson();
        var work = course.DefaultWork is { } kind
            ? new Work(ids.Work(), lesson, kind.Type, kind.Weight, Title: null, Ordinal: 0, IsDefault: true, DueBy: null, Shown: true)
            : null;
        return new(course.Course, day.Term, lesson, day.Date, day.Number, work);
    }

    private static (DateOnly Date, int Number) At(LessonDay day) => (day.Date, day.Number);
}
