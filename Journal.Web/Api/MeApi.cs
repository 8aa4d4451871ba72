using Journal.Core.Basics;
using Journal.Core.Courses;
using Journal.Core.Courses.Storage;
using Journal.Web.Accounts;

namespace Journal.Web.Api;

/// <summary>Who is asking: roles, courses, classes and children as of today.</summary>
internal static class MeApi
{
    public static void MapMe(this IEndpointRouteBuilder api) => api.MapGet("/me", Me);

    private static MeAnswer Me(HttpContext http, RosterSource rosters, SchoolClock clock)
    {
        var (me, roster, today) = (http.User.Person(), rosters.Current, clock.Today);
        var roles = roster.RolesOf(me, today).Select(role => Lower(role.ToString()));
        return new MeAnswer(
            new PersonAnswer(me.Value, roster.People.GetValueOrDefault(me)?.FullName ?? ""),
            today,
            [.. roles],
            [.. roster.CoursesTaughtBy(me, today).OrderBy(course => course.Id.Value).Select(course => Course(roster, course))],
            [.. roster.ClassesLedBy(me, today).Select(one => new ClassAnswer(one.Id.Value, one.Name))],
            [.. roster.ChildrenOf(me, today).Select(child => Child(roster, child, today))],
            roster.IsStudent(me) ? Child(roster, new StudentId(me.Value), today) : null
        );
    }

    private static CourseAnswer Course(Roster roster, Course course) =>
        new(
            course.Id.Value,
            roster.Subjects[course.Subject].Name,
            roster.Groups[course.Group].Name,
            [.. roster.ClassesOf(course.Id).Select(one => roster.Classes[one].Name)]
        );

    private static ChildAnswer Child(Roster roster, StudentId child, DateOnly today) =>
        new(child.Value, roster.NameOf(child.Person), roster.ClassOf(child, today)?.Name);

    internal static string Lower(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
