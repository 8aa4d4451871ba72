using System.Globalization;
using Journal.Core.Access;
using Journal.Core.Basics;
using Journal.Core.Courses;
using Journal.Core.Courses.Storage;
using Journal.Core.Register;
using Journal.Web.Texts;
using Microsoft.AspNetCore.Components;

namespace Journal.Web.MyClass;

/// <summary>«Требуют внимания», each with the reason. It reads the pages of all subjects, so the day's board does not wait for it.</summary>
public sealed partial class AttentionPanel : ComponentBase
{
    /// <summary>From so many missed lessons a term on.</summary>
    private const int ManyMissed = 20;

    private IReadOnlyList<Row>? _rows;

    [Parameter, EditorRequired]
    public PersonId Me { get; set; }

    [Parameter, EditorRequired]
    public required ClassDay Day { get; set; }

    [Inject]
    public required Readings Readings { get; set; }

    [Inject]
    public required RosterSource Rosters { get; set; }

    protected override void OnAfterRender(bool firstRender)
    {
        if (!firstRender)
            return;

        Read();
        StateHasChanged();
    }

    // Marks and absences of the day come with the board, and with it this is worked out anew.
    protected override void OnParametersSet()
    {
        if (_rows is not null)
            Read();
    }

    private void Read()
    {
        var roster = Rosters.Current;
        var marks = (Readings.Attention(Me, Day.Class.Id) ?? []).ToLookup(one => one.Student);
        var missed = Day.Absences.CountBy(one => one.Student).Where(one => one.Value >= ManyMissed).ToDictionary();
        _rows =
        [
            .. Day
                .Class.Students.Where(student => marks.Contains(student) || missed.ContainsKey(student))
                .Select(student => new Row(
                    student,
                    roster.NameOf(student.Person),
                    string.Join(" · ", marks[student].Select(one => Says(one, roster)).Concat(Missed(missed.GetValueOrDefault(student)))),
                    marks[student].Count()
                ))
                .OrderByDescending(row => row.Subjects),
        ];
    }

    private static string Says(Attention one, Roster roster)
    {
        var subject = roster.Subjects[roster.Courses[one.Course].Subject].Name;
        var average = one.Average.Rounded(2).ToString("0.00", CultureInfo.CurrentCulture);
        return Phrase.With(one.Cause is AttentionCause.BadRun ? Words.AttentionRun : Words.AttentionLow, subject, average);
    }

    private static IEnumerable<string> Missed(int lessons) => lessons == 0 ? [] : [Phrase.With(Words.AttentionMissed, lessons)];

    private static string Diary(StudentId student) => FormattableString.Invariant($"/diary/{student.Value}");

    private sealed record Row(StudentId Student, string Name, string Says, int Subjects);
}
