using System.Globalization;
using Journal.Core.Access;
using Journal.Core.Basics;
using Journal.Core.Classes;
using Journal.Core.Courses;
using Journal.Core.Register;
using Journal.Core.School;
using Journal.Core.Timetable;
using Journal.Core.Writing;
using Journal.Web.Texts;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.JSInterop;

namespace Journal.Web.Timetable;

/// <summary>
/// The timetable of a class is changed, for good or for some days. What it would come to, with everything that is in two places at once, is said
/// before it is written down.
/// </summary>
public sealed partial class ChangePage
{
    public const string Address = "/school/timetable/change";

    private const int MostShown = 8;
    private const int MostChanges = 20;

    private TimetableDraft? _draft;
    private SchoolClass? _class;
    private IReadOnlyList<Course> _courses = [];
    private IReadOnlyList<string> _rooms = [];
    private DateOnly _from;
    private DateOnly? _to;
    private string _note = "";
    private (int? Class, string? From) _asked;
    private IReadOnlyList<string> _lost = [];
    private int _picked;
    private bool _despite;
    private bool _busy;
    private TimetableEffect? _effect;
    private string? _trouble;
    private string? _done;

    [SupplyParameterFromQuery(Name = "class")]
    public int? Class { get; set; }

    [SupplyParameterFromQuery(Name = "from")]
    public string? From { get; set; }

    [Inject]
    public required Readings Readings { get; set; }

    [Inject]
    public required JournalWriter Writer { get; set; }

    [Inject]
    public required SchoolClock Clock { get; set; }

    [Inject]
    public required NavigationManager Navigation { get; set; }

    [Inject]
    public required IJSRuntime Js { get; set; }

    private IReadOnlyList<SchoolClass> Classes =>
        [
            .. Rosters
                .Current.ClassesOf(Rosters.Current.YearOf(_from == default ? Clock.Today : _from))
                .OrderBy(one => one.Grade)
                .ThenBy(one => one.Letter, StringComparer.Ordinal),
        ];

    private bool MaySave => _draft is { } draft && draft.Changed.Any() && (_effect is not { Clashes.Count: > 0 } || _despite);

    private IReadOnlyList<TimetableChangeNow> Changes =>
        [.. Rosters.Current.TimetableChanges.Where(one => one.What.Classes.Contains(_class!.Id)).Reverse().Take(MostChanges)];

    public static string AddressOf(ClassId of, DateOnly from) =>
        FormattableString.Invariant($"{Address}?class={of.Value}&from={from:yyyy-MM-dd}");

    // What is being typed here stays when the school's structure changes elsewhere.
    protected override async Task Read()
    {
        if (_busy)
            return;

        var asked = (Class, From);
        if (_draft is { } draft && asked == _asked && draft.Changed.Any())
        {
            await Rebase();
            return;
        }

        if (asked != _asked)
            (_from, _to) = (Date(From) ?? Clock.Today.AddDays(1), null);
        _asked = asked;
        await Open(
            Class is { } id ? Rosters.Current.Classes.GetValueOrDefault(new ClassId(id))
            : Classes is [var first, ..] ? first
            : null
        );
    }

    private async Task Open(SchoolClass? picked)
    {
        (_class, _picked, _effect, _despite, _trouble, _done, _lost) = (picked, 0, null, false, null, null, []);
        var cards = picked is null ? null : await Readings.Cards(Me, picked.Id, _from);
        _draft = cards is null ? null : new TimetableDraft(cards);
        if (_draft is null)
            return;

        var roster = Rosters.Current;
        _courses = [.. roster.CoursesOf(picked!.Id).OrderBy(one => ChangeText.Course(roster, one.Id), StringComparer.CurrentCulture)];
        _rooms = (await Readings.Timetable(Me, new(Class: picked.Id), _from, _from))?.Rooms ?? [];
    }

    private void PickClass(ChangeEventArgs picked)
    {
        if (int.TryParse(picked.Value as string, CultureInfo.InvariantCulture, out var id))
            Navigation.NavigateTo(AddressOf(new ClassId(id), _from));
    }

    private Task PickFrom(ChangeEventArgs picked)
    {
        if (Date(picked.Value as string) is not { } day)
            return Task.CompletedTask;

        _from = day;
        return Rebase();
    }

    // Nothing means for good; what cannot be read means nothing.
    private Task PickTo(ChangeEventArgs picked)
    {
        if (picked.Value is null or "")
            _to = null;
        else if (Date(picked.Value as string) is { } day)
            _to = day;
        return Look();
    }

    private async Task Rebase()
    {
        if (_draft is not { } draft || await Readings.Cards(Me, _class!.Id, _from) is not { } cards)
        {
            _draft = null;
            return;
        }

        _lost = [.. draft.Rebase(cards).Select(one => ChangeText.Course(Rosters.Current, one.Place.Course))];
        await Look();
    }

    private async Task Leave(LocationChangingContext leaving)
    {
        if (_draft?.Changed.Any() == true && !await Js.InvokeAsync<bool>("confirm", leaving.CancellationToken, Words.ChangeLeave))
            leaving.PreventNavigation();
    }

    private void Pick(int key) => _picked = _picked == key ? 0 : key;

    private Task Add((DayOfWeek Weekday, int Number) at)
    {
        if (_busy || _courses is not [var first, ..])
            return Task.CompletedTask;

        _picked = _draft!.Add(new CardPlace(first.Id, at.Weekday, at.Number)).Key;
        return Look();
    }

    private Task Change(int key, CardPlace place)
    {
        _draft!.Place(key, place);
        return Look();
    }

    private Task Remove(int key)
    {
        _draft!.Remove(key);
        _picked = 0;
        return Look();
    }

    private Task PutBack(int key)
    {
        _draft!.PutBack(key);
        return Look();
    }

    private async Task Look()
    {
        (_effect, _trouble, _done, _despite) = (null, null, null, false);
        if (_draft is not { } draft || !draft.Changed.Any())
            return;

        var trial = await Readings.TryTimetable(Me, draft.Command(_from, _to, _note, despite: false));
        (_effect, _trouble) = (trial?.Effect, trial?.Refusal is { } refusal ? RefusalText.For(refusal) : null);
    }

    private async Task Save()
    {
        if (_busy)
            return;

        _busy = true;
        var said = _effect is { } effect ? ChangeText.Effect(effect) : Words.ChangeEffectNone;
        var answer = await Writer.Submit(_draft!.Command(_from, _to, _note, _despite), new Actor(Me));
        _busy = false;
        if (answer is Refused refused)
        {
            await Rebase();
            _trouble = RefusalText.For(refused.Why);
            return;
        }

        await Open(_class);
        (_done, _trouble, _note) = (Phrase.With(Words.ChangeDone, said), null, "");
    }

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DateOnly? Date(string? typed) =>
        DateOnly.TryParseExact(typed, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        && day.Year is > 1900 and < 9000
            ? day
            : null;
}
