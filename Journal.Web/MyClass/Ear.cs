using Journal.Core.Access;
using Journal.Core.Basics;
using Journal.Web.Live;
using Microsoft.AspNetCore.Components;

namespace Journal.Web.MyClass;

/// <summary>Hears one audience for a page that shows several: it draws nothing and says that something was heard.</summary>
public sealed class Ear : LiveComponent
{
    [Parameter, EditorRequired]
    public PersonId Me { get; set; }

    [Parameter, EditorRequired]
    public Interest Of { get; set; }

    /// <summary>The last change the page holds when it is opened.</summary>
    [Parameter]
    public long After { get; set; }

    [Parameter]
    public EventCallback Said { get; set; }

    protected override void OnAfterRender(bool firstRender)
    {
        base.OnAfterRender(firstRender);
        if (firstRender)
            Follow(Me, Of, After);
    }

    protected override Task Heard(IReadOnlyList<Told> told) => Said.InvokeAsync();

    // The page itself hears that the right is gone.
    protected override Task Ended() => Task.CompletedTask;
}
