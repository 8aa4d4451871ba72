using Journal.Core.Basics;
using Journal.Core.Courses;
using Journal.Core.Register;
using Journal.Core.School;
using Journal.Core.Writing;
using Journal.Web.Texts;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace Journal.Web.MyClass;

/// <summary>«Причина»: one reason with its document for many lessons the student missed, by the days of the document or one by one.</summary>
public sealed partial class ReasonDialog
{
    private readonly HashSet<LessonId> _chosen = [];
    private DateOnly? _from;
    private DateOnly? _to;
    private AttendanceCodeId _code;
    private string? _document;
    private string? _trouble;
    private bool _busy;

    [CascadingParameter]
    public required IMudDialogInstance Dialog { get; set; }

    [Parameter, EditorRequired]
    public PersonId Me { get; set; }

    [Parameter, EditorRequired]
    public StudentId Student { get; set; }

    [Parameter, EditorRequired]
    public required Roster Roster { get; set; }

    /// <summary>The latest first.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<StudentAbsence> Absences { get; set; } = [];

    [Inject]
    public required JournalWriter Writer { get; set; }

    private AttendanceCode[] Codes => [.. Roster.Codes.Where(code => code is { CountsAsMissed: true, Kind: not AbsenceKind.Unknown })];

    public static async Task Open(
        IDialogService dialogs,
        PersonId me,
        StudentId student,
        Roster roster,
        IReadOnlyList<StudentAbsence> absences
    )
    {
        var parameters = new DialogParameters<ReasonDialog>
        {
            { dialog => dialog.Me, me },
            { dialog => dialog.Student, student },
            { dialog => dialog.Roster, roster },
            { dialog => dialog.Absences, absences },
        };
        var dialog = await dialogs.ShowAsync<ReasonDialog>(
            null,
            parameters,
            new DialogOptions { MaxWidth = MaxWidth.Small, FullWidth = true }
        );
        await dialog.Result;
    }

    protected override void OnInitialized()
    {
        _code = Codes.FirstOrDefault()?.Id ?? default;
        var unexplained = Absences.Where(one => one.Reason is null).Select(one => one.Date).ToArray();
        if (unexplained.Length > 0)
            (_from, _to) = (unexplained.Min(), unexplained.Max());
        Choose();
    }

    // Whoever has a reason already keeps it, unless it is ticked.
    private void Choose()
    {
        _chosen.Clear();
        _chosen.UnionWith(
            Absences
                .Where(one => one.Reason is null && (_from is null || _from <= one.Date) && (_to is null || one.Date <= _to))
                .Select(one => one.Lesson)
        );
    }

    private void Toggle(LessonId lesson)
    {
        if (!_chosen.Remove(lesson))
            _chosen.Add(lesson);
    }

    private async Task Submit()
    {
        if (_busy || _chosen.Count == 0)
            return;

        _busy = true;
        var absences = Absences
            .Where(one => _chosen.Contains(one.Lesson))
            .Select(one => new AbsenceAt(one.Course, one.Lesson, one.Version));
        var answer = await Writer.Submit(new ExplainAbsences(Student, [.. absences], _code, _document), new Actor(Me));
        _busy = false;
        if (answer is Refused refused)
            _trouble = RefusalText.For(refused.Why);
        else
            Dialog.Close();
    }

    private string Subject(StudentAbsence one) => Roster.Subjects[Roster.Courses[one.Course].Subject].Name;

    private string Says(AbsenceReason reason)
    {
        var title = Roster.Codes.FirstOrDefault(code => code.Id == reason.Code)?.Title;
        return reason.Document is { } document ? $"{title}: {document}" : title ?? "";
    }
}
