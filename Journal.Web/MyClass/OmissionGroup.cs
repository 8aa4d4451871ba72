using System.Collections.Immutable;
using Journal.Core.Basics;
using Journal.Core.Control;
using Journal.Core.Courses;
using Journal.Web.Home;
using Journal.Web.Register;
using Journal.Web.Texts;

namespace Journal.Web.MyClass;

/// <summary>A line of an open report says when it was told.</summary>
public sealed record OmissionLine(Omission What, string? Reported = null)
{
    public string Lesson => Phrase.With(Words.OmissionsLesson, What.Date);

    public string Says(SchoolClock clock) =>
        $"{DebtText.What(What.Key.Kind, What.Students)}, {Phrase.With(Words.OmissionsSince, clock.DayOf(What.Since))}";
}

/// <summary>What is owed in one course by the same colleagues.</summary>
public sealed record OmissionGroup(CourseId Course, string Title, string Teachers, ImmutableArray<OmissionLine> Lines)
{
    public static ImmutableArray<OmissionGroup> Of(
        Roster roster,
        ClassId schoolClass,
        IEnumerable<(OmissionLine Line, IEnumerable<PersonId> Owing)> lines
    ) =>
        [
            .. lines
                .GroupBy(one =>
                    (one.Line.What.Key.Course, Teachers: string.Join(", ", one.Owing.Select(who => ShortName.Of(roster, who)).Order()))
                )
                .Select(group => new OmissionGroup(
                    group.Key.Course,
                    TitleOf(roster, schoolClass, group.Key.Course),
                    group.Key.Teachers is { Length: > 0 } names ? names : Words.OmissionsNobody,
                    [.. group.Select(one => one.Line).OrderBy(one => one.What.Date).ThenBy(one => one.What.Key.Kind)]
                ))
                .OrderBy(group => group.Title, StringComparer.CurrentCulture),
        ];

    // Of a subgroup and of a course of several classes the group is said too.
    private static string TitleOf(Roster roster, ClassId schoolClass, CourseId course)
    {
        var subject = roster.Subjects[roster.Courses[course].Subject].Name;
        var group = roster.Groups[roster.Courses[course].Group].Name;
        var name = roster.Classes[schoolClass].Name;
        return group == name
            ? subject
            : $"{subject}, {(group.StartsWith($"{name}, ", StringComparison.Ordinal) ? group[(name.Length + 2)..] : group)}";
    }
}
