using System.Collections.Immutable;
using Journal.Core.Courses;

namespace Journal.Web.Register;

/// <summary>«7Б · Алгебра · 2 четверть»: what a page of the journal is called.</summary>
internal static class PageTitleText
{
    public static string Of(GridView view) => $"{Group(view)} · {Subject(view)} · {view.Roster.Terms[view.Page.Id.Term].Name}";

    public static string Group(GridView view) => view.Roster.Groups[Course(view).Group].Name;

    public static string Subject(GridView view) => view.Roster.Subjects[Course(view).Subject].Name;

    public static ImmutableArray<Term> Terms(GridView view) => [.. view.Roster.TermsOf(view.Page.Id.Course)];

    private static Course Course(GridView view) => view.Roster.Courses[view.Page.Id.Course];
}
