using Journal.Core.Access;
using Journal.Core.Basics;
using Journal.Core.Notices.Storage;
using Microsoft.AspNetCore.Components;

namespace Journal.Web.Home;

/// <summary>The own classes, with how many guardians wait for an answer; live.</summary>
public sealed partial class LedClasses : ComponentBase, IDisposable
{
    private readonly Dictionary<ClassId, int> _unanswered = [];

    [Parameter, EditorRequired]
    public IReadOnlyList<HomeClass> Classes { get; set; } = [];

    [Parameter, EditorRequired]
    public PersonId Me { get; set; }

    [Inject]
    public required Readings Readings { get; set; }

    [Inject]
    public required NoticeWatch Watch { get; set; }

    public void Dispose() => Watch.Changed -= Told;

    protected override void OnAfterRender(bool firstRender)
    {
        if (firstRender)
            Watch.Changed += Told;
    }

    protected override Task OnParametersSetAsync() => Read();

    private async Task Read()
    {
        foreach (var one in Classes)
            _unanswered[one.Id] = await Readings.UnansweredNotices(Me, one.Id) ?? 0;
    }

    private void Told(object? sender, EventArgs e) =>
        _ = InvokeAsync(async () =>
        {
            await Read();
            StateHasChanged();
        });

    private static string Notices(ClassId id) => ClassPage.Address(id) + "#notices";
}
