using Journal.Core.Basics;
using Journal.Core.School;
using Journal.Core.Writing;
using Journal.Web.Texts;
using Microsoft.AspNetCore.Components;

namespace Journal.Web.Timetable;

/// <summary>In which building a room is: who has to go from one to another is warned of.</summary>
public sealed partial class RoomsPanel
{
    private string _typed = "";
    private string _building = "";
    private string? _trouble;

    /// <summary>Those the timetable knows.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<string> Rooms { get; set; } = [];

    [Inject]
    public required JournalWriter Writer { get; set; }

    private IEnumerable<IGrouping<string, string>> Buildings =>
        Rosters
            .Current.Buildings.OrderBy(one => one.Key.Length)
            .ThenBy(one => one.Key, StringComparer.CurrentCulture)
            .GroupBy(one => one.Value, one => one.Key)
            .OrderBy(one => one.Key, StringComparer.CurrentCulture);

    protected override Task Read() => Task.CompletedTask;

    private async Task Place()
    {
        var rooms = _typed.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var answer = await Writer.Submit(new PlaceRooms(_building, rooms), new Actor(Me));
        _trouble = answer is Refused refused ? RefusalText.For(refused.Why) : null;
        if (_trouble is null)
            _typed = "";
    }
}
