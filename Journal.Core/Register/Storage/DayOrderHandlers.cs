using Journal.Core.Basics;
using Journal.Core.Courses;
using Journal.Core.Courses.Storage;
using Journal.Core.Lessons;
using Journal.Core.Lessons.Storage;
using Journal.Core.Persistence;
using Journal.Core.School;
using Journal.Core.School.Storage;
using Journal.Core.Writing;

namespace Journal.Core.Register.Storage;

/// <summary>
/// One order for a day: all of its lessons are read at once, because page by page a school's whole day would hold the lane for seconds.
/// </summary>
internal sealed class DayOrderHandlers(RosterSource rosters, EventBook events) : IHandler<OrderDay>, IHandler<RevokeDayOrder>
{
    public Decision Decide(OrderDay command, Operation operation)
    {
        var roster = rosters.InLane(operation.Data);
        if (DayOrderRules.Unfit(command, operation.Today) is { } unfit)
            return unfit;
        if (command.Classes.FirstOrDefault(one => !roster.Classes.ContainsKey(one)) is { Value: not 0 } unknown)
            return new UnknownClass(unknown);

        var classes = command.Classes.Distinct().OrderBy(one => one.Value).ToArray();
        if (classes.Select(one => roster.OrderOf(one, command.Date)).OfType<DayOrderNow>().FirstOrDefault() is { } other)
            return IsSame(other.What, command, classes)
                ? Decision.Already(other.Version)
                : new DayOrderedAlready(other.What.Number, command.Date);

        var number = OrderNumber.Tidy(command.Number)!;
        var id = new DayOrderId(operation.Data.NewId<DayOrderRow>());
        var order = new DayOrder(id, command.Date, [.. classes], command.Mode, number, command.Cause.Trim(), command.Pattern);
        var db = operation.Data.Db;
        if (order.Pattern is null)
            return OrderedDay.Decide(order, Lessons(db, roster, order), Unexplained(db, roster, order), roster);
        if (order.Pattern.Bells is { } bells && !roster.Bells.ContainsKey(bells))
            return new PatternMissing();

        var ids = new NewIds(() => new(operation.Data.NewId<LessonRow>()), () => new(operation.Data.NewId<WorkRow>()));
        return OrderedDay.Decide(order, [.. Lessons(db, roster, order)], DayPatterns.Of(db, roster, order), ids);
    }

    public Decision Decide(RevokeDayOrder command, Operation operation)
    {
        var roster = rosters.InLane(operation.Data);
        if (roster.DayOrders.SelectMany(day => day).FirstOrDefault(one => one.What.Id == command.Order) is not { } now)
            return new UnknownDayOrder(command.Order);

        // Nobody changes an order, so that of another version is another school's, or was restored.
        return now.Version == command.Expected
            ? Decision.Facts([
                .. TurnedBack(now, roster, operation.Data.Db),
                .. Unmade(now, roster, operation.Data.Db),
                .. NotExcused(now, roster, operation.Data.Db),
                new DayOrderRevoked(now.What),
            ])
            : new UnknownDayOrder(command.Order);
    }

    private static bool IsSame(DayOrder order, OrderDay command, ClassId[] classes) =>
        order.Mode == command.Mode
        && order.Number == OrderNumber.Tidy(command.Number)
        && order.Cause == command.Cause.Trim()
        && order.Pattern == command.Pattern
        && order.Classes.SequenceEqual(classes);

    private static IEnumerable<OrderedLesson> Lessons(JournalDb db, Roster roster, DayOrder order)
    {
        var ofDay = db.Set<LessonRow>().Where(row => row.Date == order.Date);
        var written = WrittenLessons.Of(db, ofDay);
        var teachers = (
            from lesson in ofDay
            join teacher in db.Set<LessonTeacherRow>() on lesson.Id equals teacher.Lesson
            select teacher
        ).ToLookup(row => row.Lesson, row => new PersonId(row.Teacher));
        return ofDay
            .AsEnumerable()
            .Where(row => roster.ClassesOf(new CourseId(row.Course)).All(order.Classes.Contains))
            // A closed term is signed.
            .Where(row => !roster.ClassesOf(new CourseId(row.Course)).All(roster.LockedTerms[new TermId(row.Term)].Contains))
            .Select(row => new OrderedLesson(
                new(row.Course),
                new(row.Term),
                PageLoader.Lesson(row, teachers[row.Id]),
                written.Contains(row.Id)
            ))
            .OrderBy(one => one.Lesson.Id.Value);
    }

    private static List<UnexplainedAbsence> Unexplained(JournalDb db, Roster roster, DayOrder order)
    {
        var unknown = roster.Codes.Where(code => code.Kind is AbsenceKind.Unknown).Select(code => (int?)code.Id.Value).ToArray();
        var cells =
            from lesson in db.Set<LessonRow>()
            where lesson.Date == order.Date
            join cell in db.Set<AttendanceRow>() on lesson.Id equals cell.Lesson
            where unknown.Contains(cell.Code)
            where !db.Set<ReasonRow>().Any(reason => reason.Lesson == lesson.Id && reason.Student == cell.Student && reason.Code != null)
            orderby cell.Lesson, cell.Student
            select new
            {
                lesson.Course,
                lesson.Term,
                cell.Lesson,
                cell.Student,
                Taken = db.Set<RollRow>().Any(roll => roll.Lesson == lesson.Id),
            };
        var found = new List<UnexplainedAbsence>();
        foreach (var cell in cells)
        {
            if (roster.ClassOf(new(cell.Student), order.Date) is { } its && order.Classes.Contains(its.Id))
            {
                var shown = cell.Taken || !roster.Settings.AbsencesWaitForRoll;
                found.Add(new(new(cell.Course), new(cell.Term), new(cell.Lesson), new(cell.Student), its.Id, shown));
            }
        }

        return found;
    }

    // What was recorded since is somebody's record, and stays.
    private IEnumerable<LessonRecorded> TurnedBack(DayOrderNow order, Roster roster, JournalDb db)
    {
        var turned = (
            from ordered in db.Changes
            where ordered.Seq == order.Version
            from change in db.Changes
            where change.Actor == ordered.Actor && change.CommandId == ordered.CommandId && change.Kind == LessonKinds.Recorded
            join lesson in db.Set<LessonRow>() on change.Seq equals lesson.Version
            orderby change.Part
            select change
        ).ToList();
        return turned
            .Select(change => (LessonRecorded)events.Read(change).Event)
            .Where(fact => !roster.ClassesOf(fact.Course).All(roster.LockedTerms[fact.Term].Contains))
            .Select(fact => fact with { Before = fact.After, After = fact.Before });
    }

    // A number is never used again, so a lesson that was made for the day is cancelled, unless somebody has given it.
    private IEnumerable<LessonRecorded> Unmade(DayOrderNow order, Roster roster, JournalDb db)
    {
        var made = (
            from ordered in db.Changes
            where ordered.Seq == order.Version
            from change in db.Changes
            where change.Actor == ordered.Actor && change.CommandId == ordered.CommandId && change.Kind == LessonKinds.Scheduled
            select change
        )
            .AsEnumerable()
            .Select(change => ((LessonScheduled)events.Read(change).Event).Lesson)
            .ToHashSet();
        return from one in Lessons(db, roster, order.What)
            where made.Contains(one.Lesson.Id) && one is { IsWritten: false, Lesson.Status: LessonStatus.Planned }
            select new LessonRecorded(one.Course, one.Term, one.Lesson, one.Lesson with { Status = LessonStatus.Cancelled });
    }

    private static IEnumerable<ReasonSet> NotExcused(DayOrderNow order, Roster roster, JournalDb db)
    {
        if (order.What.Mode is not DayMode.ParentsDecide || OrderedDay.ReasonOf(order.What, roster.Codes) is not { } reason)
            return [];

        var excused = (
            from lesson in db.Set<LessonRow>()
            where lesson.Date == order.What.Date
            join row in db.Set<ReasonRow>() on lesson.Id equals row.Lesson
            where row.Code == reason.Code.Value && row.Document == reason.Document
            orderby row.Lesson, row.Student
            select new
            {
                lesson.Course,
                lesson.Term,
                row.Lesson,
                row.Student,
                Taken = db.Set<RollRow>().Any(roll => roll.Lesson == lesson.Id),
            }
        ).ToList();
        return from row in excused
            let its = roster.ClassOf(new(row.Student), order.What.Date)
            where its is not null && order.What.Classes.Contains(its.Id)
            let shown = row.Taken || !roster.Settings.AbsencesWaitForRoll
            select new ReasonSet(new(row.Course), new(row.Term), new(row.Lesson), new(row.Student), its.Id, reason, After: null, shown);
    }
}
