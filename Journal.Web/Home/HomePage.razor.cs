using Journal.Core.Access;
using Journal.Core.Basics;
using Journal.Core.Lessons;
using Microsoft.AspNetCore.Components;

namespace Journal.Web.Home;

/// <summary>Where everybody who works here begins: today's lessons, the own journals and classes, or all classes of the school.</summary>
public partial class HomePage
{
    private HomeOf? _home;
    private IReadOnlyList<DayLesson> _lessons = [];

    [Inject]
    public required HomeReading Homes { get; set; }

    [Inject]
    public required Readings Readings { get; set; }

    [Inject]
    public required SchoolClock Clock { get; set; }

    protected override async Task Read()
    {
        _home = Homes.Of(Me);
        _lessons = await Readings.LessonsToday(Me);
    }
}
