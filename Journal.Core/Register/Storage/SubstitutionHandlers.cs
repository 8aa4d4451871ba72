using Journal.Core.Basics;
using Journal.Core.Courses;
using Journal.Core.Courses.Storage;
using Journal.Core.Lessons;
using Journal.Core.Lessons.Storage;
using Journal.Core.People;
using Journal.Core.School;
using Journal.Core.Writing;

namespace Journal.Core.Register.Storage;

/// <summary>Who gives a lesson instead of its teacher, and who is away.</summary>
internal sealed class SubstitutionHandlers(JournalPages pages, RosterSource rosters)
    : IHandler<TakeLesson>,
        IHandler<GiveBackLesson>,
        IHandler<ArrangeSubstitutions>,
        IHandler<RecordTeacherAbsence>,
        IHandler<RevokeTeacherAbsence>
{
    public Decision Decide(TakeLesson command, Operation operation)
    {
        if (pages.PageOf(command.Course, command.Lesson, operation.Data) is not { } page)
            return new UnknownLesson(command.Lesson);

        var (roster, who) = (rosters.InLane(operation.Data), operation.Actor.Person);
        var lesson = page.Lessons[command.Lesson];
        return page.Decide(
            command,
            new Recorder(who, operation.Now, operation.Today),
            roster.Substitutions.GetValueOrDefault(command.Lesson),
            roster.Teaches(who, command.Course, lesson.Date),
            SameTime(roster, who, command.Course, lesson, operation)
        );
    }

    public Decision Decide(GiveBackLesson command, Operation operation)
    {
        if (pages.PageOf(command.Course, command.Lesson, operation.Data) is not { } page)
            return new UnknownLesson(command.Lesson);

        var now = rosters.InLane(operation.Data).Substitutions.GetValueOrDefault(command.Lesson);
        return page.Decide(command, new Recorder(operation.Actor.Person, operation.Now, operation.Today), now);
    }

    public Decision Decide(ArrangeSubstitutions command, Operation operation)
    {
        if (Unfit(command, rosters.InLane(operation.Data), operation.Today) is { } unfit)
            return unfit;

        var facts = new List<JournalEvent>();
        var already = 0L;
        foreach (var wish in command.Lessons.DistinctBy(one => one.Lesson))
        {
            var decision = Decide(command, wish, operation);
            if (decision.Refusal is { } refusal)
                return refusal;

            facts.AddRange(decision.Events);
            already = Math.Max(already, decision.AlreadySince);
        }

        return facts.Count == 0 ? Decision.Already(already) : Decision.Facts(facts);
    }

    public Decision Decide(RecordTeacherAbsence command, Operation operation) =>
        rosters.InLane(operation.Data).Decide(command, () => new TeacherAbsenceId(operation.Data.NewId<TeacherAbsenceRow>()));

    public Decision Decide(RevokeTeacherAbsence command, Operation operation) => rosters.InLane(operation.Data).Decide(command);

    private Decision Decide(ArrangeSubstitutions command, SubstitutionWish wish, Operation operation)
    {
        if (pages.PageOf(wish.Course, wish.Lesson, operation.Data) is not { } page)
            return new UnknownLesson(wish.Lesson);

        var (roster, lesson) = (rosters.InLane(operation.Data), page.Lessons[wish.Lesson]);
        var now = roster.Substitutions.GetValueOrDefault(wish.Lesson);
        return command.Teacher is { } teacher
            ? page.Decide(
                command,
                wish,
                now,
                roster.Teaches(teacher, wish.Course, lesson.Date),
                SameTime(roster, teacher, wish.Course, lesson, operation)
            )
            : page.Decide(command, wish, now, isOwn: false, with: null);
    }

    private static Refusal? Unfit(ArrangeSubstitutions command, Roster roster, DateOnly today)
    {
        if (command.Lessons.Count == 0)
            return new NoLessonNamed();
        if (command.Lessons.Count > ArrangeSubstitutions.MostLessons)
            return new TooManySubstitutions(command.Lessons.Count, ArrangeSubstitutions.MostLessons);
        if (command.Teacher is { } teacher && !roster.People.ContainsKey(teacher))
            return new UnknownPerson(teacher);
        if (command.Teacher is { } one && !roster.Has(one, Role.Teacher, today) && !roster.CoursesTaughtBy(one, today).Any())
            return new NotATeacher(one);

        return OrderNumber.IsFit(command.Order) ? null : new OrderNumberUnfit(OrderNumber.Longest);
    }

    // A lesson this person gives anyway while this one rings: both become one event.
    private static LessonId? SameTime(Roster roster, PersonId who, CourseId course, Lesson lesson, Operation operation)
    {
        var own = roster.CoursesTaughtBy(who, lesson.Date).Select(one => one.Id.Value).ToHashSet();
        var taken = roster.SubstitutionsOf[who].Where(one => one.Date == lesson.Date).Select(one => one.Lesson.Value).ToHashSet();
        return operation
            .Data.Db.Set<LessonRow>()
            .Where(row => row.Date == lesson.Date && row.Id != lesson.Id.Value)
            .Where(row => row.Status != (int)LessonStatus.Cancelled && row.Status != (int)LessonStatus.Moved)
            .Where(row => own.Contains(row.Course) || taken.Contains(row.Id))
            .OrderBy(row => row.Id)
            .AsEnumerable()
            // One's own that somebody else gives is not one's own then.
            .Where(row => roster.Substitutions.GetValueOrDefault(new LessonId(row.Id)) is not { } now || now.What.Teacher == who)
            .Where(row => roster.AreTogether(course, lesson.Number, new(row.Course), row.Number, lesson.Date))
            .Select(row => (LessonId?)new LessonId(row.Id))
            .FirstOrDefault();
    }
}
