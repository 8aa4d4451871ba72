using Journal.Core.Access;
using Journal.Core.Basics;
using Journal.Core.People;
using Microsoft.AspNetCore.Components;

namespace Journal.Web.Home;

/// <summary>A class for its class teacher and for whoever reads the whole school.</summary>
public partial class ClassPage
{
    private ClassCard? _class;
    private bool _mine;

    [Parameter]
    public int Id { get; set; }

    [Inject]
    public required Readings Readings { get; set; }

    [Inject]
    public required SchoolClock Clock { get; set; }

    public static string Address(ClassId id) => FormattableString.Invariant($"/class/{id.Value}");

    /// <summary>What guardians told of absences.</summary>
    public static string Notices(ClassId id) => Address(id) + "#notices";

    protected override Task Read()
    {
        _class = Readings.Class(Me, new ClassId(Id));
        _mine = Rosters.Current.Leads(Me, new ClassId(Id), Clock.Today);
        return Task.CompletedTask;
    }

    private PersonCard? NameOf(PersonId person) => Rosters.Current.People.GetValueOrDefault(person);
}
