using System.Globalization;
using Journal.Core.Basics;
using Journal.Core.Courses.Storage;
using Journal.Web.Accounts;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;

namespace Journal.Web.Shell;

/// <summary>Shows something of the school's structure: read at the start, and again whenever the structure, and with it a right, changes.</summary>
public abstract class StructureScreen : ComponentBase, IDisposable
{
    private readonly (CultureInfo Culture, CultureInfo UI) _language = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
    private int _asked;

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
            Rosters.Changed += Heard;
    }

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing) => Rosters.Changed -= Heard;

    // Raised on the lane, which waits for nobody; a hundred changes at once are one reading.
    private void Heard(object? sender, EventArgs e)
    {
        if (Interlocked.Exchange(ref _asked, 1) == 0)
            _ = ThreadPool.QueueUserWorkItem(screen => _ = screen.InvokeAsync(screen.ReadAnew), this, preferLocal: false);
    }

    private async Task ReadAnew()
    {
        Volatile.Write(ref _asked, 0);
        // What comes from the lane brings the lane's language with it.
        (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = _language;
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
