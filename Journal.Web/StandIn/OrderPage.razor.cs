using System.Globalization;
using Journal.Core.Access;
using Journal.Core.Basics;
using Journal.Core.Classes;
using Journal.Core.School;
using Journal.Core.Writing;
using Journal.Web.Register;
using Journal.Web.Texts;
using Microsoft.AspNetCore.Components;

namespace Journal.Web.StandIn;

/// <summary>One order for a lost day, given from a phone at half past six: frost, quarantine. It can be revoked.</summary>
public sealed partial class OrderPage
{
    public const string Address = "/school/day-orders";

    /// <summary>A quarantine; a longer one is ordered anew.</summary>
    private const int MostDays = 31;

    private readonly HashSet<ClassId> _classes = [];
    private IReadOnlyDictionary<ClassId, string> _buildings = new Dictionary<ClassId, string>();
    private bool _may;
    private bool _busy;
    private DateOnly _from;
    private DateOnly _to;
    private DayMode _mode = DayMode.NoLessons;
    private DayOfWeek _weekday = DayOfWeek.Monday;
    private WeekKind _week = WeekKind.Every;
    private string? _bells;
    private string _number = "";
    private string _cause = "";
    private string? _trouble;
    private string? _done;

    [Inject]
    public required Readings Readings { get; set; }

    [Inject]
    public required JournalWriter Writer { get; set; }

    [Inject]
    public required SchoolClock Clock { get; set; }

    private IReadOnlyList<SchoolClass> Classes =>
        [
            .. Rosters
                .Current.ClassesOf(Rosters.Current.YearOf(Clock.Today))
                .OrderBy(one => one.Grade)
                .ThenBy(one => one.Letter, StringComparer.Ordinal),
        ];

    // A shift is the bells a class lives by.
    private IReadOnlyList<(BellScheduleId Bells, string Name)> Shifts =>
        Classes.Select(one => one.Bells).Distinct().ToArray() is { Length: > 1 } several
            ? [.. several.Select((bells, i) => (bells, Phrase.With(Words.OrderShift, i + 1)))]
            : [];

    private IEnumerable<string> Buildings => _buildings.Values.Distinct(StringComparer.Ordinal).Order(StringComparer.CurrentCulture);

    private IReadOnlyList<DayOrderNow> Given =>
        [
            .. Rosters
                .Current.DayOrders.SelectMany(day => day)
                .OrderByDescending(one => one.What.Date)
                .ThenByDescending(one => one.What.Id.Value),
        ];

    private DayPattern? Pattern =>
        _mode is DayMode.RunsAs
            ? new(_weekday, _week, int.TryParse(_bells, CultureInfo.InvariantCulture, out var bells) ? new BellScheduleId(bells) : null)
            : null;

    protected override async Task Read()
    {
        var buildings = await Readings.ClassBuildings(Me, Clock.Today);
        _may = buildings is not null;
        _buildings = buildings ?? _buildings;
        if (_from == default)
            (_from, _to) = (Clock.Today, Clock.Today);
    }

    private void PickAll() => _classes.UnionWith(Classes.Select(one => one.Id));

    private void PickShift(BellScheduleId bells) => _classes.UnionWith(Classes.Where(one => one.Bells == bells).Select(one => one.Id));

    private void PickBuilding(string name) =>
        _classes.UnionWith(Classes.Select(one => one.Id).Where(one => _buildings.GetValueOrDefault(one) == name));

    private void PickGrade(IEnumerable<SchoolClass> grade)
    {
        var ids = grade.Select(one => one.Id).ToArray();
        if (ids.All(_classes.Contains))
            _classes.ExceptWith(ids);
        else
            _classes.UnionWith(ids);
    }

    private void Toggle(ClassId one)
    {
        if (!_classes.Remove(one))
            _classes.Add(one);
    }

    // Each day is an order of its own: one of them may be revoked without the others.
    private async Task Give()
    {
        (_busy, _trouble, _done) = (true, null, null);
        if ((Wrong() ?? Ordered()) is { } wrong)
        {
            (_busy, _trouble) = (false, RefusalText.For(wrong));
            return;
        }

        var days = 0;
        for (var day = _from; day <= (_to < _from ? _from : _to) && _trouble is null; day = day.AddDays(1))
        {
            if (day.DayOfWeek is DayOfWeek.Sunday)
                continue;

            var answer = await Writer.Submit(
                new OrderDay(day, [.. _classes.OrderBy(one => one.Value)], _mode, _number, _cause, Pattern),
                new Actor(Me)
            );
            _trouble = answer is Refused refused ? RefusalText.For(refused.Why) : null;
            days += _trouble is null ? 1 : 0;
        }

        _busy = false;
        _done = days > 0 ? Phrase.With(Words.OrderDone, days) : null;
    }

    // Before the first of them is given: half a range of orders is nobody's wish.
    private Refusal? Wrong()
    {
        foreach (var day in new[] { _from, _to < _from ? _from : _to })
        {
            if (DayOrderRules.Unfit(new OrderDay(day, [.. _classes], _mode, _number, _cause, Pattern), Clock.Today) is { } unfit)
                return unfit;
        }

        return _to.DayNumber - _from.DayNumber >= MostDays ? new OrderDayOutOfRange(_to, _from, _from.AddDays(MostDays - 1)) : null;
    }

    private DayOrderedAlready? Ordered()
    {
        var taken =
            from day in Rosters.Current.DayOrders
            where _from <= day.Key && day.Key <= _to
            from order in day
            where order.What.Classes.Any(_classes.Contains)
            where (order.What.Number, order.What.Mode) != (_number.Trim(), _mode)
            select order.What;
        return taken.FirstOrDefault() is { } other ? new DayOrderedAlready(other.Number, other.Date) : null;
    }

    private async Task Revoke(DayOrderNow one)
    {
        _done = null;
        var answer = await Writer.Submit(new RevokeDayOrder(one.What.Id, one.Version), new Actor(Me));
        _trouble = answer is Refused refused ? RefusalText.For(refused.Why) : null;
    }

    private string ClassNames(DayOrder order)
    {
        var roster = Rosters.Current;
        return order.Classes.Length == Classes.Count
            ? Words.OrderAll
            : string.Join(
                ", ",
                order.Classes.Select(one => roster.Classes[one]).OrderBy(one => one.Grade).ThenBy(one => one.Letter).Select(one => one.Name)
            );
    }

    private string Signed(DayOrderNow one) =>
        Phrase.With(
            Words.OrderSigned,
            ShortName.Of(Rosters.Current, one.By),
            TimeZoneInfo.ConvertTime(one.At, Clock.Zone).ToString("d MMMM, H:mm", CultureInfo.CurrentCulture)
        );

    private static string DayName(DateOnly day) => Phrase.Sentence(day.ToString(Words.DayFormat, CultureInfo.CurrentCulture));
}
