using Journal.Core.Basics;
using Journal.Core.People;

namespace Journal.Web.Home;

/// <summary>What a person has to do with the school today.</summary>
public sealed record HomeOf(
    string Name,
    IReadOnlyList<Role> Roles,
    IReadOnlyList<HomeCourse> Courses,
    IReadOnlyList<HomeClass> Classes,
    IReadOnlyList<HomeChild> Children,
    HomeChild? Self
)
{
    public bool IsEmpty => Courses.Count == 0 && Classes.Count == 0 && Children.Count == 0 && Self is null;
}

public sealed record HomeCourse(CourseId Id, string Subject, string Group, int Grade);

public sealed record HomeClass(ClassId Id, string Name, int Students);

public sealed record HomeChild(StudentId Id, string Name, string GivenName, string Class);
