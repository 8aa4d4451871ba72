using Journal.Core.Basics;
using Journal.Core.Courses;
using Journal.Core.Lessons;
using Journal.Core.Lessons.Storage;
using Journal.Core.Persistence;
using Journal.Core.Timetable;
using Journal.Core.Timetable.Storage;

namespace Journal.Core.Register.Storage;

/// <summary>Works a change of the timetable out: its cards, what clashes then, and which lessons follow.</summary>
internal sealed class TimetableEffects(JournalDb db, Roster roster, ChangeTimetable change, NewIds ids, Func<int> cardId)
{
    private readonly HashSet<LessonId> _known = [];

    /// <summary>The change is worded as it must be.</summary>
    public TimetableTrial WorkOut()
    {
        var cards = db.Set<TimetableCardRow>().AsEnumerable().Select(row => row.Read()).ToDictionary(card => card.Id);
        if (change.Removed.Distinct().FirstOrDefault(id => !cards.TryGetValue(id, out var card) || !card.Holds(change.From)) is > 0 and var gone)
            return new(new CardNotThere(gone, change.From), null);
        if (change.Placed.FirstOrDefault(place => !roster.Courses.ContainsKey(place.Course)) is { } unknown)
            return new(new UnknownCourse(unknown.Course), null);

        var before = cards.Values.ToArray();
        var changed = TimetableVersions.Of(change, change.Removed.Distinct().Order().Select(id => cards[id]), cardId).ToArray();
        foreach (var card in changed)
            cards[card.Id] = card;
        var placed = changed[^change.Placed.Count..];
        var clashes = new ClashFinder(roster, cards.Values).Of(placed);
        var courses = changed.Select(card => card.Course).Distinct().OrderBy(course => course.Value).ToArray();
        JournalEvent[] lessons = [.. Courses(courses, before.ToLookup(card => card.Course), cards.Values.ToLookup(card => card.Course))];
        var made = lessons.OfType<LessonScheduled>().Count(one => !_known.Contains(one.Lesson));
        var cancelled = lessons.Count(one => one is LessonRecorded { After.Status: LessonStatus.Cancelled });
        var facts = changed.Select(card => new CardPlaced(card)).Concat(lessons).ToArray();
        return new(null, new(clashes, facts, lessons.Length - made - cancelled, made, cancelled));
    }

    private IEnumerable<JournalEvent> Courses(CourseId[] courses, ILookup<CourseId, TimetableCard> before, ILookup<CourseId, TimetableCard> after)
    {
        var works = DayPatterns.DefaultWorks(db);
        var lessons = Lessons(courses);
        return courses.SelectMany(course => RelaidLessons.Of(Relaid(course, lessons[course], before[course], after[course], works), ids));
    }

    private RelaidCourse Relaid(
        CourseId course,
        IEnumerable<LaidLesson> lessons,
        IEnumerable<TimetableCard> before,
        IEnumerable<TimetableCard> after,
        Dictionary<int, (WorkTypeId Type, int Weight)> works
    )
    {
        var calendar = roster.CalendarOf(course, 6);
        var last = roster.TermsOf(course).Select(term => (DateOnly?)term.Ends).Max() ?? change.From;
        var to = change.To < last ? change.To.Value : last;
        return new(
            course,
            [.. lessons],
            [.. LessonDays.Of([.. before.Select(card => card.Slot())], calendar, change.From, to)],
            [.. LessonDays.Of([.. after.Select(card => card.Slot())], calendar, change.From, to)],
            day => IsTouched(course, day),
            works.TryGetValue(course.Value, out var work) ? work : null
        );
    }

    // A day that some order has changed is as the order made it, and a closed term is signed.
    private bool IsTouched(CourseId course, LessonDay day) =>
        roster.ClassesOf(course).All(one => roster.OrderOf(one, day.Date) is null)
        && !roster.ClassesOf(course).All(roster.LockedTerms[day.Term].Contains);

    private ILookup<CourseId, LaidLesson> Lessons(CourseId[] courses)
    {
        var asked = courses.Select(course => course.Value).ToArray();
        var rows = db.Set<LessonRow>().Where(row => asked.Contains(row.Course) && row.Date >= change.From);
        if (change.To is { } last)
            rows = rows.Where(row => row.Date <= last);
        var written = WrittenLessons.Of(db, rows);
        var teachers = (
            from lesson in rows
            join teacher in db.Set<LessonTeacherRow>() on lesson.Id equals teacher.Lesson
            select teacher
        ).ToLookup(row => row.Lesson, row => new PersonId(row.Teacher));
        _known.UnionWith(rows.Select(row => new LessonId(row.Id)));
        return rows.AsEnumerable()
            .ToLookup(
                row => new CourseId(row.Course),
                row =>
                {
                    var lesson = PageLoader.Lesson(row, teachers[row.Id]);
                    var free =
                        lesson is { Status: LessonStatus.Planned, Teachers.IsEmpty: true }
                        && !written.Contains(row.Id)
                        && !roster.Substitutions.ContainsKey(lesson.Id);
                    return new LaidLesson(new(row.Term), lesson, free, row.Version);
                }
            );
    }
}
