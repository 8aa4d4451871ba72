using System.Globalization;
using Journal.Core.Access;
using Journal.Core.Basics;
using Journal.Core.Courses.Storage;
using Journal.Web.Texts;
using Microsoft.AspNetCore.Components;

namespace Journal.Web.MyClass;

/// <summary>«Кто смотрел дневник»: facts only, and folded: nobody is to be blamed for reading on paper.</summary>
public sealed partial class LooksPanel : ComponentBase
{
    private ClassLooks? _looks;

    [Parameter, EditorRequired]
    public PersonId Me { get; set; }

    [Parameter, EditorRequired]
    public ClassId Class { get; set; }

    [Inject]
    public required Readings Readings { get; set; }

    [Inject]
    public required RosterSource Rosters { get; set; }

    [Inject]
    public required SchoolClock Clock { get; set; }

    // The day's board does not wait for it.
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender)
            return;

        _looks = await Readings.Looks(Me, Class);
        StateHasChanged();
    }

    private static string Counted(ClassLooks looks) =>
        Phrase.With(Words.LooksThisWeek, looks.Students.Count(looks.HasLooked), looks.Students.Count);

    private string FullName(PersonId person) =>
        Rosters.Current.People.GetValueOrDefault(person) is { } card
            ? string.Join(' ', new[] { card.Family, card.Given, card.Patronymic }.Where(name => !string.IsNullOrEmpty(name)))
            : "";

    private string Says(DateTimeOffset? at)
    {
        if (at is not { } moment)
            return Words.LooksNever;

        var (day, time) = (Clock.DayOf(moment), Clock.TimeOf(moment).ToString("H:mm", CultureInfo.InvariantCulture));
        return day == Clock.Today ? Phrase.With(Words.LooksToday, time)
            : day == Clock.Today.AddDays(-1) ? Phrase.With(Words.LooksYesterday, time)
            : Phrase.With(Words.LooksOn, day.ToString(Words.DebtDayFormat, CultureInfo.CurrentCulture), time);
    }
}
