using Journal.Core.Basics;
using Journal.Core.Lessons;
using Journal.Core.Timetable;

namespace Journal.Core.Register;

/// <summary>A lesson of a course whose timetable changes.</summary>
/// <param name="IsFree">It is only planned, and nobody has arranged anything about it.</param>
/// <param name="Version">Of its record; 0 while nobody has written anything ahead.</param>
public sealed record LaidLesson(TermId Term, Lesson Lesson, bool IsFree, long Version);

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
/// How the lessons of a course follow its new timetable. Those that keep their place stay; the others take, in order, the new places of their term with whatever was
/// written ahead. Where there are more places, lessons are made; where there are fewer, the last ones are cancelled. Lessons that were held, moved
/// by hand or arranged for never move.
/// </summary>
public static class RelaidLessons
{
    public static IEnumerable<JournalEvent> Of(RelaidCourse course, NewIds ids)
    {
        var before = course.Before.Select(At).ToHashSet();
        var after = course.After.Select(At).ToHashSet();
        var taken = course.Lessons.Select(one => (one.Lesson.Date, one.Lesson.Number)).ToHashSet();
        var places = course.After.Where(day => course.IsTouched(day) && !taken.Contains(At(day))).ToLookup(day => day.Term);
        var homeless = course
            .Lessons.Where(one => one.IsFree && before.Contains((one.Lesson.Date, one.Lesson.Number)))
            .Where(one => !after.Contains((one.Lesson.Date, one.Lesson.Number)) && course.IsTouched(DayOf(one)))
            .ToLookup(one => one.Term);
        foreach (var term in places.Select(one => one.Key).Union(homeless.Select(one => one.Key)).OrderBy(one => one.Value))
        {
            foreach (var fact in Laid(course, term, [.. homeless[term].OrderBy(Order)], [.. places[term].OrderBy(At)], ids))
                yield return fact;
        }
    }

    private static IEnumerable<JournalEvent> Laid(RelaidCourse course, TermId term, LaidLesson[] lessons, LessonDay[] places, NewIds ids)
    {
        for (var i = 0; i < Math.Max(lessons.Length, places.Length); i++)
        {
            if (i >= places.Length)
                yield return Recorded(course, lessons[i], lessons[i].Lesson with { Status = LessonStatus.Cancelled });
            else if (i >= lessons.Length)
                yield return Made(course, places[i], ids);
            else if (lessons[i].Version > 0)
                yield return Recorded(course, lessons[i], lessons[i].Lesson with { Date = places[i].Date, Number = places[i].Number });
            else
                yield return new LessonScheduled(course.Course, term, lessons[i].Lesson.Id, places[i].Date, places[i].Number, DefaultWork: null);
        }
    }

    private static LessonRecorded Recorded(RelaidCourse course, LaidLesson one, Lesson after) => new(course.Course, one.Term, one.Lesson, after);

    private static LessonScheduled Made(RelaidCourse course, LessonDay day, NewIds ids)
    {
        var lesson = ids.Lesson();
        var work = course.DefaultWork is { } kind
            ? new Work(ids.Work(), lesson, kind.Type, kind.Weight, Title: null, Ordinal: 0, IsDefault: true, DueBy: null, Shown: true)
            : null;
        return new(course.Course, day.Term, lesson, day.Date, day.Number, work);
    }

    private static (DateOnly Date, int Number) At(LessonDay day) => (day.Date, day.Number);

    private static (DateOnly Date, int Number) Order(LaidLesson one) => (one.Lesson.Date, one.Lesson.Number);

    private static LessonDay DayOf(LaidLesson one) => new(one.Lesson.Date, one.Lesson.Number, one.Term);
}
