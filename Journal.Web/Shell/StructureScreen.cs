using Journal.Core.Basics;
using Journal.Core.Courses.Storage;
using Journal.Web.Accounts;
using Journal.Web.Live;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;

namespace Journal.Web.Shell;

/// <summary>Shows something of the school's structure: read at the start, and again whenever the structure, and with it a right, changes.</summary>
public abstract class StructureScreen : ComponentBase, IDisposable
{
    private readonly Aside _aside;

    protected StructureScreen() => _aside = new(() => InvokeAsync(ReadAnew));

    [CascadingParameter]
    public required Task<AuthenticationState> Visitor { get; set; }

    [Inject]
    public required RosterSource Rosters { get; set; }

    protected PersonId Me { get; private set; }

    protected abstract Task Read();

    protected override async Task OnParametersSetAsync()
    {
        Me = (await Visitor).User.Person();
        await Read();
    }

    protected override void OnAfterRender(bool firstRender)
    {
        if (firstRender)
            Rosters.Changed += _aside.Told;
    }

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing) => Rosters.Changed -= _aside.Told;

    private async Task ReadAnew()
    {
        try
        {
            await Read();
            StateHasChanged();
        }
        catch (Exception failure)
        {
            // Nobody waits for this task: the page's own boundary has to hear of it.
            await DispatchExceptionAsync(failure);
        }
    }
}
