using System.Globalization;
using Journal.Core.Basics;
using Journal.Core.Courses;
using Journal.Core.Writing;
using Journal.Web.Diary;
using Journal.Web.Register;
using Journal.Web.Texts;
using Microsoft.AspNetCore.Components;

namespace Journal.Web.StandIn;

/// <summary>Who is away in these days, and one form for a teacher's absence of any length: from then on the own countdowns sleep.</summary>
public sealed partial class AwayPanel
{
    private string? _teacher;
    private DateOnly _from;
    private DateOnly _to;
    private TeacherAbsenceCause _cause = TeacherAbsenceCause.Ill;
    private string? _order;
    private string? _trouble;

    [Parameter, EditorRequired]
    public PersonId Me { get; set; }

    [Parameter, EditorRequired]
    public IReadOnlyList<TeacherAbsenceNow> Absences { get; set; } = [];

    [Parameter, EditorRequired]
    public required Roster Roster { get; set; }

    [Parameter, EditorRequired]
    public DateOnly Today { get; set; }

    [Inject]
    public required JournalWriter Writer { get; set; }

    private IEnumerable<(int Id, string Name)> Teachers =>
        Roster
            .LoadsOfTeacher.Where(loads => loads.Any(load => load.Days.To is null || load.Days.To >= Today))
            .Select(loads => (loads.Key.Value, ShortName.Of(Roster, loads.Key)))
            .OrderBy(one => one.Item2, StringComparer.CurrentCulture);

    protected override void OnInitialized() => (_from, _to) = (Today, Today);

    private async Task Record()
    {
        if (!int.TryParse(_teacher, CultureInfo.InvariantCulture, out var teacher))
            return;

        var absence = new RecordTeacherAbsence(null, new(teacher), _from, _to, _cause, _order, Expected: 0);
        if (await Submit(absence))
            (_teacher, _order) = (null, null);
    }

    private Task<bool> Revoke(TeacherAbsenceNow one) => Submit(new RevokeTeacherAbsence(one.What.Id, one.Version));

    // What became of it the page around hears with the structure.
    private async Task<bool> Submit(Command command)
    {
        var answer = await Writer.Submit(command, new Actor(Me));
        _trouble = answer is Refused refused ? RefusalText.For(refused.Why) : null;
        return _trouble is null;
    }

    private static string Says(TeacherAbsence what)
    {
        var days = what.From == what.To ? DiaryText.Day(what.From) : DiaryText.Week(what.From, what.To);
        return string.Join(", ", new[] { StandInText.Cause(what.Cause), days, what.Order }.Where(part => part is { Length: > 0 }));
    }
}
