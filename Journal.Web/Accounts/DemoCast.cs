using System.Globalization;
using Journal.Core.Basics;
using Journal.Core.Courses;
using Journal.Core.Courses.Storage;
using Journal.Core.People;
using Journal.Web.Home;
using Journal.Web.Texts;

namespace Journal.Web.Accounts;

/// <summary>An invented person to sign in as: what they are, who they are and what they have to do, in the school's words.</summary>
public sealed record DemoSignIn(string Login, string Role, string Name, string Detail);

/// <summary>The panel "through whose eyes": the demonstration's accounts described by the roster.</summary>
public sealed class DemoCast(DemoAccounts accounts, RosterSource rosters, SchoolClock clock, HomeReading homes)
{
    // Most visitors are teachers; the office comes last.
    internal static readonly string[] Order =
    [
        "teacher",
        "class-teacher",
        "deputy",
        "parent",
        "student",
        "admin",
        "director",
        "registrar",
        "technician",
    ];

    private Panel? _known;

    /// <summary>Everybody who comes to the door sees it: it is described anew only when it would be another one.</summary>
    public IReadOnlyList<DemoSignIn> SignIns()
    {
        var (roster, day, language) = (rosters.Current, clock.Today, CultureInfo.CurrentUICulture.Name);
        if (_known is { } known && ReferenceEquals(known.Roster, roster) && known.Day == day && known.Language == language)
            return known.SignIns;

        IReadOnlyList<DemoSignIn> all = [.. accounts.Cast.Select(a => Describe(a.UserName!, a.PersonId))];
        _known = new(roster, day, language, all);
        return all;
    }

    private DemoSignIn Describe(string login, PersonId person)
    {
        var (roster, home) = (rosters.Current, homes.Of(person));
        var card = roster.People.GetValueOrDefault(person);

        return new(login, RoleOf(login, card, roster, person), home.Name, Detail(login, home));
    }

    private string RoleOf(string login, PersonCard? card, Roster roster, PersonId person) =>
        login switch
        {
            "class-teacher" => Words.DemoClassTeacher,
            "student" when card?.Male == false => Words.DemoStudentGirl,
            "student" => RoleText.For(Role.Student),
            "parent" => RoleText.For(Role.Guardian),
            _ => roster.RolesOf(person, clock.Today).Select(RoleText.For).FirstOrDefault(""),
        };

    private static string Detail(string login, HomeOf home) =>
        login switch
        {
            "teacher" => string.Join(
                "; ",
                home.Courses.GroupBy(c => c.Subject).Select(s => $"{s.Key}: {string.Join(", ", s.Select(c => c.Group).Distinct())}")
            ),
            "class-teacher" => Phrase.With(Words.DemoLeads, string.Join(", ", home.Classes.Select(c => c.Name))),
            "parent" => string.Join(", ", home.Children.Select(c => $"{c.GivenName} {c.Class}")),
            "student" => home.Self?.Class ?? "",
            "registrar" => Words.DemoRegistrarDoes,
            "admin" => Words.DemoAdministratorDoes,
            "technician" => Words.DemoTechnicianDoes,
            _ => Words.DemoReadsAll,
        };

    private sealed record Panel(Roster Roster, DateOnly Day, string Language, IReadOnlyList<DemoSignIn> SignIns);
}
