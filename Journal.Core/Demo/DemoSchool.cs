using Journal.Core.Basics;
using Journal.Core.Classes;
using Journal.Core.Courses;
using Journal.Core.People;
using Journal.Core.Timetable;

namespace Journal.Core.Demo;

/// <param name="Seats">How many study there on 1 September.</param>
public sealed record DemoClass(ClassId Id, int Grade, string Letter, int Seats, PersonId ClassTeacher)
{
    public string Name => $"{Grade}{Letter}";
}

/// <summary>Who is taught together, each since when and until when.</summary>
public sealed record DemoGroup(StudyGroup Group, IReadOnlyList<GroupMember> Members)
{
    public GroupId Id => Group.Id;
}

/// <param name="Teachers">More than one teaches the lesson together.</param>
/// <param name="PassFail">Judged by зачёт, not by 2…5.</param>
public sealed record DemoCourse(
    CourseId Id,
    DemoSubject Subject,
    GroupId Group,
    int Grade,
    IReadOnlyList<PersonId> Teachers,
    int HalfHours,
    bool Marked,
    bool PassFail
);

/// <summary>The school of the demonstration: invented, the same for the same seed, variant and year, and known without any database.</summary>
public sealed record DemoSchool
{
    public const string Name = "Школа № 12";
    public const int UsualSeed = 12;

    public required int Seed { get; init; }

    public required DemoVariant Variant { get; init; }

    public required DemoYear Year { get; init; }

    public required IReadOnlyList<DemoSubject> Subjects { get; init; }

    public required IReadOnlyList<DemoStaff> Staff { get; init; }

    public required IReadOnlyList<DemoClass> Classes { get; init; }

    public required IReadOnlyList<DemoStudent> Students { get; init; }

    public required IReadOnlyList<DemoPerson> Guardians { get; init; }

    public required IReadOnlyList<DemoGuardianship> Guardianships { get; init; }

    public required IReadOnlyList<DemoGroup> Groups { get; init; }

    public required IReadOnlyList<DemoCourse> Courses { get; init; }

    public required IReadOnlyList<TimetableCard> Timetable { get; init; }

    /// <summary>Those a visitor may play: one of each kind.</summary>
    public required IReadOnlyList<DemoLogin> Logins { get; init; }

    /// <summary>Everybody else can sign in too, as <c>p</c> with the person's number in four digits: a whole school at the door is how it is tried under load.</summary>
    public IEnumerable<DemoLogin> EveryLogin => [.. Logins, .. Others()];

    /// <summary>The school in the year of this day.</summary>
    public static DemoSchool Build(DemoVariant variant, DateOnly today, int seed = UsualSeed) =>
        new DemoSchoolBuilder(variant, today, seed).Build();

    public IEnumerable<DemoStaff> Teachers => Staff.Where(s => s.Role == Role.Teacher);

    public DemoGroup GroupOf(DemoCourse course) => Groups[course.Group.Value - 1];

    public DemoClass ClassOf(ClassId id) => Classes[id.Value - 1];

    private IEnumerable<DemoLogin> Others()
    {
        var known = Logins.Select(login => login.Person).ToHashSet();
        return Staff
            .Select(one => one.Id)
            .Concat(Students.Select(one => one.Id.Person))
            .Concat(Guardians.Select(one => one.Id))
            .Where(person => !known.Contains(person))
            .Select(person => new DemoLogin(DemoLogin.Of(person), person));
    }
}
