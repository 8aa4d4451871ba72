using System.Globalization;
using System.Runtime.InteropServices;
using Journal.Core.Basics;

namespace Journal.Core.Live;

public enum AudienceKind
{
    School,
    Course,
    Class,
    Student,
    Person,

    /// <summary>What concerns a course and no student, so that families may be told of it. Never followed by itself: it goes with a student.</summary>
    Lessons,
}

/// <summary>Those who hear of a change: everybody in the school, or the readers of one course, class, student or person.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Audience(AudienceKind Kind, int Id)
{
    public static readonly Audience School = new(AudienceKind.School, 0);

    public static Audience Of(CourseId course) => new(AudienceKind.Course, course.Value);

    public static Audience OfLessons(CourseId course) => new(AudienceKind.Lessons, course.Value);

    public static Audience Of(ClassId schoolClass) => new(AudienceKind.Class, schoolClass.Value);

    public static Audience Of(StudentId student) => new(AudienceKind.Student, student.Value);

    public static Audience Of(PersonId person) => new(AudienceKind.Person, person.Value);

    /// <summary>Everybody who hears of what concerns these.</summary>
    public static IEnumerable<Audience> Of(Concern concern)
    {
        if (concern == Concern.School)
            yield return School;
        if (concern.Course is { } course)
        {
            yield return Of(course);
            if (concern == new Concern(course))
                yield return OfLessons(course);
        }

        if (concern.Class is { } schoolClass)
            yield return Of(schoolClass);
        if (concern.Student is { } student)
            yield return Of(student);
        if (concern.Person is { } person)
            yield return Of(person);
    }

    /// <summary>Reads what <see cref="ToString"/> writes: <c>school</c>, <c>course/12</c>, <c>student/7</c>; null when it is neither.</summary>
    public static Audience? Parse(string? text)
    {
        if (text == "school")
            return School;
        if (
            text?.Split('/') is not [var kind, var id]
            || !int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        )
            return null;

        return kind switch
        {
            "course" => new Audience(AudienceKind.Course, number),
            "class" => new Audience(AudienceKind.Class, number),
            "student" => new Audience(AudienceKind.Student, number),
            "person" => new Audience(AudienceKind.Person, number),
            "lessons" => new Audience(AudienceKind.Lessons, number),
            _ => null,
        };
    }

    public override string ToString() =>
        Kind == AudienceKind.School ? "school" : string.Create(CultureInfo.InvariantCulture, $"{Kind.ToString().ToLowerInvariant()}/{Id}");
}
