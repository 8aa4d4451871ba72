using Journal.Core.Access;
using Journal.Core.Lessons;
using Journal.Core.School;

namespace Journal.Web.Home;

/// <summary>What is written down of a lesson by now.</summary>
/// <param name="Present">Students at the lesson, of those who belong to the group that day; known once somebody was marked or the roll was taken.</param>
/// <param name="Unexplained">Absent with no reason given.</param>
public sealed record LessonFacts(
    Lesson Lesson,
    bool HasTopic,
    bool HasHomework,
    bool RollTaken,
    int Students,
    int? Present,
    int Unexplained,
    bool MayWrite
)
{
    /// <summary>It takes place, so that something is to be written down.</summary>
    public bool IsGiven => Lesson.Status is not (LessonStatus.Cancelled or LessonStatus.Moved);

    public static LessonFacts Of(RollCard card)
    {
        var (page, lesson) = (card.Page, card.Lesson);
        var students = page.Students.Values.Where(one => one.ClassOn(lesson.Date) is not null).Select(one => one.Id).ToArray();
        var codes = page.Rules.Codes.ToDictionary(code => code.Id);
        var absent = students
            .Where(one => page.AttendanceAt(lesson.Id, one).Value.Code is { } code && codes[code].CountsAsMissed)
            .ToArray();
        var taken = page.Rolls.ContainsKey(lesson.Id);
        return new(
            lesson,
            lesson.Topic is { Length: > 0 },
            lesson.Homework is not null,
            taken,
            students.Length,
            taken || absent.Length > 0 ? students.Length - absent.Length : null,
            absent.Count(one => page.Reasons.GetValueOrDefault((lesson.Id, one))?.Value is null && IsUnknown(one)),
            card.MayTake
        );

        bool IsUnknown(Core.Basics.StudentId one) => codes[page.AttendanceAt(lesson.Id, one).Value.Code!.Value].Kind == AbsenceKind.Unknown;
    }
}
