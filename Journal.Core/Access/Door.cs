using Journal.Core.Basics;
using Journal.Core.Classes;
using Journal.Core.Control;
using Journal.Core.Courses;
using Journal.Core.Courses.Storage;
using Journal.Core.Lessons;
using Journal.Core.Lessons.Storage;
using Journal.Core.Notices;
using Journal.Core.Notices.Storage;
using Journal.Core.People;
using Journal.Core.Register;
using Journal.Core.Remarks;
using Journal.Core.Remarks.Storage;
using Journal.Core.School;
using Journal.Core.Timetable;
using Journal.Core.Writing;

namespace Journal.Core.Access;

/// <summary>The person may not do this. Facts are not told: what is forbidden looks like what does not exist.</summary>
public sealed record Forbidden : Refusal;

/// <summary>Who may give which command. A command without a line here is nobody's.</summary>
public sealed class Door(RosterSource rosters) : IGuard
{
    public Refusal? Check(Command command, Operation operation)
    {
        var roster = rosters.InLane(operation.Data);
        return May(command, operation, roster) ? null : new Forbidden();
    }

    private bool May(Command command, Operation operation, Roster roster)
    {
        var (who, today) = (operation.Actor.Person, operation.Today);
        return command switch
        {
            SetMark c => roster.Teaches(who, c.Course, today) || Gave(c.Course, c.Work, operation),
            SetAttendance c => roster.Teaches(who, c.Course, today) || Gave(c.Course, c.Lesson, operation),
            DeclareRoll c => roster.Teaches(who, c.Course, today) || Gave(c.Course, c.Lesson, operation),
            RecordMakeUp c => roster.Teaches(who, c.Course, today) || Gave(c.Course, c.Lesson, operation),
            ExplainAbsences c => roster.LeadsStudent(who, c.Student, today),
            WriteRemark c => MayRemark(c.Student, c.Course, c.Lesson, operation),
            CorrectRemark c => MayChange(c.Remark, operation),
            WithdrawRemark c => MayChange(c.Remark, operation),
            TellAbsence c => roster.IsGuardianOf(who, c.Student, today),
            WithdrawNotice c => Told(c.Notice, operation),
            AnswerNotice c => roster.LeadsStudent(who, c.Student, today),
            RecordLesson c => roster.Teaches(who, c.Course, today) || Gave(c.Course, c.Lesson, operation),
            RecordBriefing c => roster.Teaches(who, c.Course, today) || Gave(c.Course, c.Lesson, operation),
            SetHomework c => roster.Teaches(who, c.Course, today) || Gave(c.Course, c.Lesson, operation),
            AddWork c => roster.Teaches(who, c.Course, today) || Gave(c.Course, c.Lesson, operation),
            ChangeWork c => roster.Teaches(who, c.Course, today)
                || (Gave(c.Course, c.Work, operation) && (c.Lesson is not { } to || Gave(c.Course, to, operation))),
            RestoreWork c => roster.Teaches(who, c.Course, today) || Gave(c.Course, c.Work, operation, removed: true),
            RemoveWork c => roster.Teaches(who, c.Course, today) || Gave(c.Course, c.Work, operation),
            ReportOmissions c => roster.Leads(who, c.Class, today),
            SettleReport => ChecksTheJournal(roster, who, today),
            LockTerm or UnlockTerm => roster.Has(who, Role.Director, today) || roster.Has(who, Role.Deputy, today),
            GiveLoad or EndLoad => roster.Has(who, Role.Deputy, today) || roster.Has(who, Role.Administrator, today),
            JoinGroup or LeaveGroup or AddPerson or LinkGuardian or UnlinkGuardian => RunsThePapers(roster, who, today),
            TakeLesson or GiveBackLesson => roster.MayTakeLessons(who, today),
            ArrangeSubstitutions or RecordTeacherAbsence or RevokeTeacherAbsence => roster.MayArrange(who, today),
            OrderDay or RevokeDayOrder or MoveLesson or ChangeTimetable or PlaceRooms => roster.MayArrange(who, today),
            SetPlan c => roster.MayWritePlan(who, c.Course, today),
            ApprovePlan => roster.MayApprovePlans(who, today),
            AdoptRegulation => ChecksTheJournal(roster, who, today),
            GrantRole or RevokeRole or ChangeSettings => roster.Has(who, Role.Director, today)
                || roster.Has(who, Role.Administrator, today),
            FoundSchool => roster.Roles.Count == 0,
            _ => false,
        };
    }

    private static bool RunsThePapers(Roster roster, PersonId who, DateOnly today) =>
        roster.Has(who, Role.Registrar, today) || roster.Has(who, Role.Administrator, today);

    private static bool ChecksTheJournal(Roster roster, PersonId who, DateOnly today) =>
        roster.Has(who, Role.Director, today) || roster.Has(who, Role.Deputy, today) || roster.Has(who, Role.Administrator, today);

    // A substitute writes into the lesson he or she gives or gave (R23), while working here. No page is loaded for whoever merely knocks.
    private bool Gave(CourseId course, WorkId work, Operation operation, bool removed = false) =>
        operation
            .Data.Db.Set<WorkRow>()
            .Where(row => row.Id == work.Value && row.Removed == removed)
            .Select(row => (int?)row.Lesson)
            .FirstOrDefault()
            is { } lesson
        && Gave(course, new LessonId(lesson), operation);

    // Under a lesson whoever gives or gave it; under a day the class teacher.
    private bool MayRemark(StudentId student, CourseId? course, LessonId? lesson, Operation operation)
    {
        var (roster, who, today) = (rosters.InLane(operation.Data), operation.Actor.Person, operation.Today);
        return (course, lesson) switch
        {
            ({ } of, { } at) => roster.Teaches(who, of, today) || Gave(of, at, operation),
            (null, null) => roster.LeadsStudent(who, student, today),
            _ => false,
        };
    }

    private bool MayChange(RemarkId remark, Operation operation) =>
        operation.Data.Db.Set<RemarkRow>().FirstOrDefault(row => row.Id == remark.Value) is { } row
        && MayRemark(
            new(row.Student),
            row.Course is { } course ? new CourseId(course) : null,
            row.Lesson is { } lesson ? new LessonId(lesson) : null,
            operation
        );

    // Its author, as long as the child is the author's to speak for.
    private bool Told(NoticeId notice, Operation operation) =>
        operation.Data.Db.Set<NoticeRow>().FirstOrDefault(row => row.Id == notice.Value && row.By == operation.Actor.Person.Value)
            is { } row
        && rosters.InLane(operation.Data).IsGuardianOf(operation.Actor.Person, new(row.Student), operation.Today);

    private bool Gave(CourseId course, LessonId lesson, Operation operation)
    {
        var (who, db, roster) = (operation.Actor.Person, operation.Data.Db, rosters.InLane(operation.Data));
        if (!roster.WorksHere(who, operation.Today))
            return false;

        return roster.Substitutes(who, course, lesson)
            || db.Set<LessonTeacherRow>().Any(row => row.Lesson == lesson.Value && row.Teacher == who.Value)
                && db.Set<LessonRow>().Any(row => row.Id == lesson.Value && row.Course == course.Value);
    }
}
