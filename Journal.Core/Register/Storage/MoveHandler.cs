using Journal.Core.Basics;
using Journal.Core.Courses;
using Journal.Core.Courses.Storage;
using Journal.Core.Lessons;
using Journal.Core.Lessons.Storage;
using Journal.Core.Timetable.Storage;
using Journal.Core.Writing;

namespace Journal.Core.Register.Storage;

/// <summary>Looks at everything else that happens at the time a lesson is moved to: its students, its teachers, its room.</summary>
internal sealed class MoveHandler(JournalPages pages, RosterSource rosters) : IHandler<MoveLesson>
{
    public Decision Decide(MoveLesson command, Operation operation)
    {
        if (pages.PageOf(command.Course, command.Lesson, operation.Data) is not { } page)
            return new UnknownLesson(command.Lesson);

        var roster = rosters.InLane(operation.Data);
        var term = roster.TermsOf(command.Course).FirstOrDefault(one => one.Starts <= command.To && command.To <= one.Ends);
        var place = term is null
            ? null
            : new MovedTo(term.Id, () => new(operation.Data.NewId<LessonRow>()), () => new(operation.Data.NewId<WorkRow>()));
        return page.Decide(command, place, Clash(roster, page, command, operation));
    }

    private static Refusal? Clash(Roster roster, JournalPage page, MoveLesson command, Operation operation)
    {
        var db = operation.Data.Db;
        var others = db.Set<LessonRow>()
            .Where(row => row.Date == command.To && row.Id != command.Lesson.Value)
            .Where(row => row.Status != (int)LessonStatus.Cancelled && row.Status != (int)LessonStatus.Moved)
            .OrderBy(row => row.Id)
            .AsEnumerable()
            .Where(row => roster.AreTogether(command.Course, command.Number, new(row.Course), row.Number, command.To))
            .Select(row => (Lesson: new LessonId(row.Id), Course: new CourseId(row.Course), row.Number))
            .ToArray();
        if (others.Length == 0)
            return null;

        var students = Members(roster, command.Course, command.To);
        foreach (var other in others)
        {
            if (students.Overlaps(Members(roster, other.Course, command.To)))
                return new StudentsBusy(Group(roster, other.Course), Subject(roster, other.Course));
        }

        var teachers = Giving(roster, command.Course, command.Lesson, command.To);
        foreach (var other in others)
        {
            if (teachers.Overlaps(Giving(roster, other.Course, other.Lesson, command.To)))
                return new TeacherBusy(Group(roster, other.Course), Subject(roster, other.Course));
        }

        var from = page.Lessons[command.Lesson];
        if (Room(operation, command.Course, from.Date, from.Number) is not { } room)
            return null;

        foreach (var other in others)
        {
            if (Room(operation, other.Course, command.To, other.Number) == room)
                return new RoomBusy(room, Group(roster, other.Course), Subject(roster, other.Course));
        }

        return null;
    }

    private static HashSet<StudentId> Members(Roster roster, CourseId course, DateOnly on) => [.. roster.StudentsOf(course, on)];

    private static HashSet<PersonId> Giving(Roster roster, CourseId course, LessonId lesson, DateOnly on) =>
        roster.Substitutions.GetValueOrDefault(lesson) is { } now ? [now.What.Teacher] : [.. roster.TeachersOf(course, on)];

    // Of A and B weeks the first card that fits: whichever week it is, two lessons in one room are worth a look.
    private static string? Room(Operation operation, CourseId course, DateOnly on, int number) =>
        operation
            .Data.Db.Set<TimetableCardRow>()
            .Where(card => card.Course == course.Value && card.Weekday == (int)on.DayOfWeek && card.Number == number)
            .Where(card => card.From <= on && (card.To == null || card.To >= on))
            .OrderBy(card => card.Id)
            .Select(card => card.Room)
            .FirstOrDefault();

    private static string Group(Roster roster, CourseId course) => roster.Groups[roster.Courses[course].Group].Name;

    private static string Subject(Roster roster, CourseId course) => roster.Subjects[roster.Courses[course].Subject].Name;
}
