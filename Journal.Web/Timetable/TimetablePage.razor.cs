using System.Globalization;
using Journal.Core.Access;
using Journal.Core.Basics;
using Journal.Core.Classes;
using Journal.Core.School;
using Journal.Web.Diary;
using Journal.Web.Register;
using Journal.Web.Texts;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace Journal.Web.Timetable;

/// <summary>
/// The timetable of a class, a teacher or a room for a week, or of all classes on a day: as the lessons are by now, with what was cancelled and who
/// stands in. Without a choice it is the reader's own.
/// </summary>
public sealed partial class TimetablePage
{
    public const string Address = "/school/timetable";

    private TimetableDays? _days;
    private TimetableOf _of = new();
    private DateOnly _monday;
    private DateOnly? _day;

    [SupplyParameterFromQuery(Name = "class")]
    public int? Class { get; set; }

    [SupplyParameterFromQuery(Name = "teacher")]
    public int? Teacher { get; set; }

    [SupplyParameterFromQuery(Name = "room")]
    public string? Room { get; set; }

    /// <summary>A day of the week that is shown.</summary>
    [SupplyParameterFromQuery(Name = "week")]
    public string? Week { get; set; }

    /// <summary>One day of all classes.</summary>
    [SupplyParameterFromQuery(Name = "day")]
    public string? Day { get; set; }

    [Inject]
    public required Readings Readings { get; set; }

    [Inject]
    public required SchoolClock Clock { get; set; }

    [Inject]
    public required NavigationManager Navigation { get; set; }

    [Inject]
    public required IJSRuntime Js { get; set; }

    private IReadOnlyList<SchoolClass> Classes =>
        [
            .. Rosters
                .Current.ClassesOf(Rosters.Current.YearOf(_monday))
                .OrderBy(one => one.Grade)
                .ThenBy(one => one.Letter, StringComparer.Ordinal),
        ];

    // What is over is not laid anew unless somebody asks for it.
    private DateOnly ChangeFrom => _monday > Clock.Today ? _monday : Clock.Today.AddDays(1);

    private bool MayChange => Rosters.Current.MayArrange(Me, Clock.Today);

    private IEnumerable<(int Id, string Name)> Teachers =>
        Rosters
            .Current.LoadsOfTeacher.Where(loads => loads.Any(load => load.Days.Contains(_monday)))
            .Select(loads => (loads.Key.Value, ShortName.Of(Rosters.Current, loads.Key)))
            .OrderBy(one => one.Item2, StringComparer.CurrentCulture);

    private string Subtitle =>
        _day is { } day ? Phrase.Sentence(day.ToString(Words.DayFormat, CultureInfo.CurrentCulture))
        : Whose is { Length: > 0 } whose ? $"{whose}, {DiaryText.Week(_monday, _monday.AddDays(5))}"
        : DiaryText.Week(_monday, _monday.AddDays(5));

    private string? Whose =>
        _of.Class is { } schoolClass ? Rosters.Current.Classes.GetValueOrDefault(schoolClass)?.Name
        : _of.Teacher is { } who ? ShortName.Of(Rosters.Current, who)
        : _of.Room is { } room ? RoomText.Of(room)
        : null;

    // The days of a week, or the classes of a day.
    private IReadOnlyList<TimetableColumn> Columns =>
        _day is { } day
            ? [.. Classes.Select(one => new TimetableColumn(one.Name, day, one.Id))]
            :
            [
                .. Enumerable
                    .Range(0, 7)
                    .Select(i => _monday.AddDays(i))
                    .Where(date =>
                        date.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) || _days!.Places.Any(one => one.Lesson.Date == date)
                    )
                    .Select(date => new TimetableColumn(
                        Phrase.Sentence(date.ToString(Words.TimetableDayFormat, CultureInfo.CurrentCulture)),
                        date,
                        null
                    )),
            ];

    public static string AddressOf(TimetableOf of, DateOnly week, DateOnly? day = null) =>
        day is { } one ? FormattableString.Invariant($"{Address}?day={one:yyyy-MM-dd}")
        : of.Class is { } schoolClass ? FormattableString.Invariant($"{Address}?class={schoolClass.Value}&week={week:yyyy-MM-dd}")
        : of.Teacher is { } teacher ? FormattableString.Invariant($"{Address}?teacher={teacher.Value}&week={week:yyyy-MM-dd}")
        : of.Room is { } room ? FormattableString.Invariant($"{Address}?room={Uri.EscapeDataString(room)}&week={week:yyyy-MM-dd}")
        : FormattableString.Invariant($"{Address}?week={week:yyyy-MM-dd}");

    protected override async Task Read()
    {
        _day = Date(Day);
        _monday = SchoolCalendar.MondayOf(_day ?? Date(Week) ?? Clock.Today);
        _of = _day is null ? Asked() : new();
        _days = _day is { } day
            ? await Readings.Timetable(Me, new(), day, day)
            : await Readings.Timetable(Me, _of, _monday, _monday.AddDays(6));
    }

    private TimetableOf Asked()
    {
        var roster = Rosters.Current;
        if (Class is { } schoolClass)
            return new(Class: new ClassId(schoolClass));
        if (Teacher is { } teacher)
            return new(Teacher: new PersonId(teacher));
        if (Room is { Length: > 0 } room)
            return new(Room: room);

        return roster.LoadsOfTeacher.Contains(Me) ? new(Teacher: Me)
            : Classes is [var first, ..] ? new(Class: first.Id)
            : new();
    }

    private void PickClass(ChangeEventArgs picked) => Go(new(Class: Number(picked) is { } id ? new ClassId(id) : null));

    private void PickTeacher(ChangeEventArgs picked) => Go(new(Teacher: Number(picked) is { } id ? new PersonId(id) : null));

    private void PickRoom(ChangeEventArgs picked) => Go(new(Room: picked.Value as string is { Length: > 0 } room ? room : null));

    private void Go(TimetableOf of) => Navigation.NavigateTo(AddressOf(of, _monday));

    private async Task Print() => await Js.InvokeVoidAsync("print");

    private static int? Number(ChangeEventArgs picked) =>
        int.TryParse(picked.Value as string, CultureInfo.InvariantCulture, out var id) ? id : null;

    private static DateOnly? Date(string? typed) =>
        DateOnly.TryParseExact(typed, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        && day.Year is > 1900 and < 9000
            ? day
            : null;
}
