using Journal.Core.Courses;
using Journal.Web.Texts;

namespace Journal.Web.Shell;

/// <summary>Which school this is, and which year: under the title of the sign-in.</summary>
public static class SchoolLine
{
    public static string Of(Roster roster, DateOnly today)
    {
        var year = roster.Years.Values.OrderBy(y => y.Starts).LastOrDefault(y => y.Starts <= today);
        string?[] parts =
        [
            roster.Settings.Name is { Length: > 0 } name ? name : null,
            year is null ? null : Phrase.With(Words.SchoolYear, year.Name),
        ];

        return string.Join(", ", parts.OfType<string>());
    }
}
