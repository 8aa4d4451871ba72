using System.Globalization;
using Journal.Core.Basics;
using Journal.Core.Courses;
using Journal.Core.Import;
using Journal.Core.Lessons;
using Journal.Web.Texts;

namespace Journal.Web.Plan;

/// <summary>What of a plan goes on paper or into a file.</summary>
internal static class PlanPaper
{
    /// <summary>«7Б · Алгебра».</summary>
    public static string Title(Roster roster, CourseId course) =>
        $"{roster.Groups[roster.Courses[course].Group].Name} · {roster.Subjects[roster.Courses[course].Subject].Name}";

    /// <summary>Where a file of the plan is fetched.</summary>
    public static string File(CourseId course, string name) => FormattableString.Invariant($"/api/v1/courses/{course.Value}/plan/{name}");

    public static byte[] Correction(string title, PlanCalendar calendar)
    {
        (string, double)[] columns =
        [
            (Words.PrintNumber, 6),
            (Words.PlanTopic, 60),
            (Words.CorrectionHour, 8),
            (Words.PlanPlanned, 14),
            (Words.PlanActual, 14),
            (Words.CorrectionCause, 36),
        ];
        IReadOnlyList<string>[] rows =
        [
            .. CorrectionSheet
                .Of(calendar)
                .Select(line =>
                    (IReadOnlyList<string>)
                        [
                            line.Number.ToString(CultureInfo.InvariantCulture),
                            line.Topic.Topic,
                            line.Hour.ToString(CultureInfo.InvariantCulture),
                            Date(line.Planned),
                            Actual(line),
                            PlanText.Cause(line.Cause),
                        ]
                ),
        ];
        return TextWorkbook.Of(Words.CorrectionTitle, $"{Words.CorrectionTitle}: {title}", columns, rows);
    }

    public static string Date(DateOnly? day) => day?.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture) ?? "";

    /// <summary>The day of the lesson that was held, or the one it is expected on.</summary>
    public static string Actual(CorrectionLine line) =>
        line.Actual is null || line.IsGiven ? Date(line.Actual) : Phrase.With(Words.CorrectionExpected, Date(line.Actual));
}
