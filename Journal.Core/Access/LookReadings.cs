using Journal.Core.Basics;
using Journal.Core.School;

namespace Journal.Core.Access;

/// <summary>When one of a student's family last looked at the diary; null when never.</summary>
public sealed record FamilyLook(PersonId Person, DateTimeOffset? Last);

public sealed record StudentLooks(StudentId Student, FamilyLook Own, IReadOnlyList<FamilyLook> Guardians)
{
    /// <summary>The last of the guardians; what the student sees alone the guardians may not know.</summary>
    public DateTimeOffset? Last => Guardians.Max(one => one.Last);
}

/// <summary>Who of the families of a class looked at the diaries.</summary>
/// <param name="Since">The beginning of the running week.</param>
/// <param name="Students">Those first at whose diary no guardian looked this week.</param>
public sealed record ClassLooks(DateTimeOffset Since, IReadOnlyList<StudentLooks> Students)
{
    public bool HasLooked(StudentLooks one) => one.Last >= Since;
}

public sealed partial class Readings
{
    /// <summary>Who looked at the diaries of a class; for whoever reads it. The school's own looks are not written down.</summary>
    public async Task<ClassLooks?> Looks(PersonId reader, ClassId schoolClass, CancellationToken ct = default)
    {
        var (roster, today) = (rosters.Current, clock.Today);
        if (!roster.MayReadClass(reader, schoolClass, today))
            return null;

        var students = roster.StudentsOf(schoolClass, today).ToHashSet();
        var guardians = roster
            .ChildrenOfGuardian.SelectMany(one => one, (one, tie) => (Guardian: one.Key, Tie: tie))
            .Where(one => students.Contains(one.Tie.To) && one.Tie.Days.Contains(today))
            .ToLookup(one => one.Tie.To, one => one.Guardian);
        var last = (await looks.Read(students, ct)).ToDictionary(look => (look.Viewer, look.Student), look => look.At);
        var since = clock.MomentOf(SchoolCalendar.MondayOf(today), TimeOnly.MinValue);

        FamilyLook Look(PersonId person, StudentId student) => new(person, last.TryGetValue((person, student), out var at) ? at : null);

        return new(
            since,
            [
                .. students
                    .Select(student => new StudentLooks(
                        student,
                        Look(student.Person, student),
                        [.. guardians[student].Distinct().Select(guardian => Look(guardian, student))]
                    ))
                    .OrderBy(one => one.Last >= since)
                    .ThenBy(one => roster.NameOf(one.Student.Person), StringComparer.Create(new("ru-RU"), ignoreCase: true)),
            ]
        );
    }
}
