using Journal.Core.Access;
using Journal.Core.Basics;
using Microsoft.AspNetCore.Components;

namespace Journal.Web.Health;

/// <summary>How the server does, for whoever runs it.</summary>
public partial class HealthPage
{
    public const string Address = "/school/health";

    private bool _may;

    [Inject]
    public required SchoolClock Clock { get; set; }

    protected override Task Read()
    {
        _may = Rosters.Current.RunsTheServer(Me, Clock.Today);
        return Task.CompletedTask;
    }
}
