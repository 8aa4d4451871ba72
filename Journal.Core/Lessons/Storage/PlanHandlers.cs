using Journal.Core.Basics;
using Journal.Core.Courses;
using Journal.Core.Courses.Storage;
using Journal.Core.Writing;

namespace Journal.Core.Lessons.Storage;

/// <summary>Who writes and approves the plan of a course.</summary>
internal sealed class PlanHandlers(RosterSource rosters) : IHandler<SetPlan>, IHandler<ApprovePlan>
{
    public Decision Decide(SetPlan command, Operation operation) =>
        IsKnown(command.Course, operation)
            ? LessonPlans.Load(operation.Data.Db, command.Course).Decide(command)
            : new UnknownCourse(command.Course);

    public Decision Decide(ApprovePlan command, Operation operation) =>
        IsKnown(command.Course, operation)
            ? LessonPlans.Load(operation.Data.Db, command.Course).Decide(command)
            : new UnknownCourse(command.Course);

    private bool IsKnown(CourseId course, Operation operation) => rosters.InLane(operation.Data).Courses.ContainsKey(course);
}
