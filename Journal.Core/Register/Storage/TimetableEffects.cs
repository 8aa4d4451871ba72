using Journal.Core.Basics;
using Journal.Core.Courses;
using Journal.Core.Homework.Storage;
using Journal.Core.Lessons;
using Journal.Core.Lessons.Storage;
using Journal.Core.Persistence;
using Journal.Core.School;
using Journal.Core.Timetable;
using Journal.Core.Timetable.Storage;
using Microsoft.EntityFrameworkCore;

namespace Journal.Core.Register.Storage;

/// <summary>Works a change of the timetable out: its cards, what clashes then, and which lessons follow.</summary>
internal sealed class TimetableEffects(JournalDb db, Roster roster, ChangeTimetable change, DateOnly today, NewIds ids, Func<int> cardId)
{
    // Those that somebody else gives, and those that are given together with them.
    private readonly HashSet<LessonId> _arranged =
    [
        .. roster.Substitutions.Keys,
        .. roster.Substitutions.Values.Select(one => one.What.With).OfType<LessonId>(),
    ];

    /// <summary>The change is worded as it must be.</summary>
    public TimetableTrial WorkOut()
    {
        var rows = db.Set<TimetableCardRow>().Where(row => row.To == null || row.To >= change.From).AsNoTracking();
        var cards = rows.AsEnumerable().Select(row => row.Read()).ToDictionary(card => card.Id);
        if (Refusal(cards) is { } refusal)
            return new(refusal, null);

        var before = cards.Values.ToLookup(card => card.Course);
        var changed = TimetableVersions.Of(change, change.Removed.Distinct().Order().Select(id => cards[id]), cardId).ToArray();
        foreach (var card in changed)
            cards[card.Id] = card;
        var clashes = new ClashFinder(roster, cards.Values).Of(changed[^change.Placed.Count..]);
        var courses = changed.Select(card => card.Course).Distinct().OrderBy(course => course.Value).ToArray();
        JournalEvent[] lessons = [.. Lessons(courses, before, cards.Values.ToLookup(card => card.Course))];
        return new(null, new(clashes, [.. changed.Select(card => new CardPlaced(card)), .. lessons]));
    }

    private Refusal? Refusal(Dictionary<int, TimetableCard> cards)
    {
        foreach (var id in change.Removed)
        {
            if (!cards.TryGetValue(id, out var card) || !card.Holds(change.From))
                return new CardNotThere(id, change.From);
            // What comes after it in the timetable would be there beside what is new.
            if (card.To is { } last && (change.To is null || change.To > last))
                return new CardEndsBefore(last);
        }

        return change.Placed.FirstOrDefault(place => !roster.Courses.ContainsKey(place.Course)) is { } unknown
            ? new UnknownCourse(unknown.Course)
            : null;
    }

    private IEnumerable<JournalEvent> Lessons(
        CourseId[] courses,
        ILookup<CourseId, TimetableCard> before,
        ILookup<CourseId, TimetableCard> after
    )
    {
        var works = DayPatterns.DefaultWorks(db, courses);
        var lessons = Lessons(courses);
        foreach (var course in courses)
        {
            var relaid = Relaid(course, lessons[course], before[course], after[course], works);
            JournalEvent[] facts = [.. RelaidLessons.Of(relaid, today, ids)];
            foreach (var fact in facts.Concat(Tasks(relaid, facts)))
                yield return fact;
        }
    }

    private IEnumerable<JournalEvent> Tasks(RelaidCourse course, JournalEvent[] laid)
    {
        var terms = db.Set<HomeworkRow>()
            .Where(row => row.Course == course.Course.Value && row.Due >= change.From)
            .Select(row => row.Term)
            .Distinct()
            .ToList();
        var days = course.After.Select(day => day.Date).ToHashSet();
        return terms
            .Select(term => new PageId(course.Course, new(term)))
            .SelectMany(page => MovedTasks.Of(page, PageTasks.Load(db, page).Values.Select(one => one.Task), laid, days.Contains));
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

    // A day whose lessons an order has changed is as the order made it, and a closed term is signed.
    private bool IsTouched(CourseId course, LessonDay day) =>
        !roster.ClassesOf(course).All(one => roster.OrderOf(one, day.Date) is { What.Mode: not DayMode.ParentsDecide })
        && !roster.ClassesOf(course).All(roster.LockedTerms[day.Term].Contains);

    private ILookup<CourseId, LaidLesson> Lessons(CourseId[] courses)
    {
        var asked = courses.Select(course => course.Value).ToArray();
        var rows = db.Set<LessonRow>().AsNoTracking().Where(row => asked.Contains(row.Course) && row.Date >= change.From);
        if (change.To is { } last)
            rows = rows.Where(row => row.Date <= last);
        var written = WrittenLessons.Of(db, rows);
        var teachers = (
            from lesson in rows
            join teacher in db.Set<LessonTeacherRow>() on lesson.Id equals teacher.Lesson
            select teacher
        ).ToLookup(row => row.Lesson, row => new PersonId(row.Teacher));
        return rows.AsEnumerable()
            .ToLookup(
                row => new CourseId(row.Course),
                row => Laid(row, PageLoader.Lesson(row, teachers[row.Id]), written.Contains(row.Id))
            );
    }

    private LaidLesson Laid(LessonRow row, Lesson lesson, bool isWritten)
    {
        var isBare = !isWritten && lesson is { Teachers.IsEmpty: true, Briefing: null } && !_arranged.Contains(lesson.Id);
        return new(
            new(row.Term),
            lesson,
            IsFree: isBare && lesson.Status is LessonStatus.Planned,
            IsGone: isBare && lesson.Status is LessonStatus.Cancelled
        );
    }
}
