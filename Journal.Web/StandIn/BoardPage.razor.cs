using System.Globalization;
using Journal.Core.Access;
using Journal.Core.Basics;
using Journal.Core.Courses;
using Journal.Core.Register;
using Journal.Core.Writing;
using Journal.Web.Texts;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace Journal.Web.StandIn;

/// <summary>The substitutions of some days: who is away, which lessons need somebody, who is free. Live.</summary>
public sealed partial class BoardPage
{
    public const string Address = "/school/substitutions";

    private readonly HashSet<LessonId> _picked = [];
    private StandInBoard? _board;
    private IReadOnlyList<Candidate> _candidates = [];
    private DateOnly? _from;
    private DateOnly? _to;
    private string? _trouble;

    [SupplyParameterFromQuery]
    public string? Day { get; set; }

    [Inject]
    public required Readings Readings { get; set; }

    [Inject]
    public required JournalWriter Writer { get; set; }

    [Inject]
    public required SchoolClock Clock { get; set; }

    [Inject]
    public required IJSRuntime Js { get; set; }

    private IReadOnlyList<StandInLesson> Chosen => [.. _board!.Lessons.Where(one => _picked.Contains(one.Lesson.Id))];

    private string Days => _board!.From == _board.To ? DayName(_board.From) : $"{Journal.Web.Diary.DiaryText.Week(_board.From, _board.To)}";

    public static string AddressOf(DateOnly day) => FormattableString.Invariant($"{Address}?day={day:yyyy-MM-dd}");

    protected override async Task Read()
    {
        _from ??= Date(Day) ?? Clock.Today;
        _to ??= _from;
        _board = await Readings.StandIns(Me, _from.Value, _to.Value);
        if (_board is null)
            return;

        _picked.IntersectWith(_board.Lessons.Select(one => one.Lesson.Id));
        await ReadCandidates();
    }

    private async Task ReadCandidates() => _candidates = _picked.Count == 0 ? [] : await Readings.Candidates(Me, Chosen) ?? [];

    private Task SetFrom(ChangeEventArgs typed) => Move(Date(typed.Value as string) ?? _from!.Value, _to!.Value);

    private Task SetTo(ChangeEventArgs typed) => Move(_from!.Value, Date(typed.Value as string) ?? _to!.Value);

    // At least a day, and no more than is shown together.
    private Task Move(DateOnly from, DateOnly to)
    {
        _from = from;
        _to = to < from ? from : new[] { to, from.AddDays(Readings.MostBoardDays - 1) }.Min();
        return Read();
    }

    private async Task Pick(LessonId lesson)
    {
        if (!_picked.Remove(lesson))
            _picked.Add(lesson);
        _trouble = null;
        await ReadCandidates();
    }

    private Task ClearPicked()
    {
        _picked.Clear();
        _trouble = null;
        return Task.CompletedTask;
    }

    private async Task Arrange(ArrangeWish wish)
    {
        if (await Submit(Chosen, wish.Teacher, wish.Kind, wish.Order))
            _picked.Clear();
    }

    private Task<bool> Confirm(StandInLesson one) => Submit([one], one.Now!.What.Teacher, one.Now.What.Kind, one.Now.What.Order);

    private Task<bool> Release(StandInLesson one) => Submit([one], teacher: null, one.Now!.What.Kind, order: null);

    private async Task<bool> Submit(IReadOnlyList<StandInLesson> lessons, PersonId? teacher, SubstitutionKind kind, string? order)
    {
        var wishes = lessons.Select(one => new SubstitutionWish(one.Lesson.Course, one.Lesson.Id, one.Now?.Version ?? 0));
        var answer = await Writer.Submit(new ArrangeSubstitutions([.. wishes], teacher, kind, order), new Actor(Me));
        _trouble = answer is Refused refused ? RefusalText.For(refused.Why) : null;
        await Read();
        return _trouble is null;
    }

    private async Task Print() => await Js.InvokeVoidAsync("print");

    private static string DayName(DateOnly day) => Phrase.Sentence(day.ToString(Words.DayFormat, CultureInfo.CurrentCulture));

    private static string Typed(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DateOnly? Date(string? typed) =>
        DateOnly.TryParseExact(typed, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        && day.Year is > 1900 and < 9000
            ? day
            : null;
}

/// <summary>Who is to stand in, in which way, by which order.</summary>
public sealed record ArrangeWish(PersonId? Teacher, SubstitutionKind Kind, string? Order);
