using Journal.Core.Basics;
using Journal.Core.People;

namespace Journal.Web.Home;

/// <summary>What a person has to do with the school today.</summary>
/// <param name="School">Every class, for whoever reads the whole school.</param>
public sealed record HomeOf(
    string Name,
    IReadOnlyList<Role> Roles,
    IReadOnlyList<HomeCourse> Courses,
    IReadOnlyList<HomeClass> Classes,
    IReadOnlyList<HomeClass> School,
    IReadOnlyList<HomeChild> Children,
    HomeChild? Self
)
{
    /// <summary>Those in which this person stands in for somebody.</summary>
    public IReadOnlyList<HomeCourse> StandsIn { get; init; } = [];

    /// <summary>Gives lessons, and so may take a colleague's.</summary>
    public bool GivesLessons { get; init; }

    /// <summary>The own courses and those of the lessons given instead of somebody.</summary>
    public IReadOnlyList<HomeCourse> Given => [.. Courses, .. StandsIn];

    public bool IsEmpty => Given.Count == 0 && Classes.Count == 0 && School.Count == 0 && Children.Count == 0 && Self is null;
}

public sealed record HomeCourse(CourseId Id, string Subject, string Group, int Grade)
{
    public static string Address(CourseId course) => FormattableString.Invariant($"/journal/{course.Value}");
}

public sealed record HomeClass(ClassId Id, string Name, int Grade, int Students, string Teachers);

public sealed record HomeChild(StudentId Id, string Name, string GivenName, string Class);
