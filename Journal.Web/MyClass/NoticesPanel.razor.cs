using Journal.Core.Access;
using Journal.Core.Basics;
using Journal.Core.Courses.Storage;
using Journal.Core.Homework;
using Journal.Core.Notices;
using Journal.Core.School;
using Journal.Core.Writing;
using Journal.Web.Register;
using Journal.Web.Texts;
using Microsoft.AspNetCore.Components;

namespace Journal.Web.MyClass;

/// <summary>What guardians told of absences: the class teacher confirms, which puts the reason, or says why not.</summary>
public sealed partial class NoticesPanel : ComponentBase
{
    private const int DaysBack = 7;

    private IReadOnlyList<NoticeCard> _notices = [];
    private NoticeId? _declining;
    private string _why = "";
    private string? _trouble;
    private bool _busy;

    [Parameter, EditorRequired]
    public PersonId Me { get; set; }

    [Parameter, EditorRequired]
    public required ClassDay Day { get; set; }

    [Inject]
    public required Readings Readings { get; set; }

    [Inject]
    public required RosterSource Rosters { get; set; }

    [Inject]
    public required JournalWriter Writer { get; set; }

    [Inject]
    public required SchoolClock Clock { get; set; }

    private int Unanswered => _notices.Count(one => one.State is NoticeState.Told);

    // What is heard of the class comes with the board, which is read anew for it.
    protected override Task OnParametersSetAsync() => Read();

    private async Task Read() =>
        _notices = [
            .. (await Readings.Notices(Me, Day.Class.Id, Day.Date.AddDays(-DaysBack)) ?? [])
                .Where(one => one.State is not NoticeState.Withdrawn)
                .OrderBy(one => one.State is not NoticeState.Told),
        ];

    private void Ask(NoticeCard one) => (_declining, _why, _trouble) = (one.Notice.Id, "", null);

    private Task Confirm(NoticeCard one)
    {
        var days = NoticeText.ShortDays(one.Notice);
        return Answer(one, confirmed: true, CodeOf(one)?.Id, Phrase.With(Words.NoticeDocument, days), null);
    }

    private Task Decline(NoticeCard one) => Answer(one, confirmed: false, null, null, _why);

    // The absences of the days until then keep their reason; those to come are no longer expected.
    private Task Back(NoticeCard one) => Answer(one, confirmed: false, null, null, Phrase.With(Words.NoticeBackSince, Clock.Today));

    private async Task Answer(NoticeCard one, bool confirmed, AttendanceCodeId? code, string? document, string? text)
    {
        if (_busy)
            return;

        _busy = true;
        var command = new AnswerNotice(one.Notice.Student, one.Notice.Id, confirmed, code, document, text, one.Version);
        var answer = await Writer.Submit(command, new Actor(Me));
        _busy = false;
        _trouble = answer is Refused refused ? RefusalText.For(refused.Why) : null;
        if (_trouble is null)
            _declining = null;
        await Read();
    }

    // Illness is illness; for anything else the school has a valid reason, if it has.
    private AttendanceCode? CodeOf(NoticeCard one)
    {
        var kind = one.Notice.Reason is NoticeReason.Ill ? AbsenceKind.Ill : AbsenceKind.Valid;
        return Rosters.Current.Codes.FirstOrDefault(code => code.CountsAsMissed && code.Kind == kind);
    }

    private bool MayAnswer(NoticeCard one) => Rosters.Current.LeadsStudent(Me, one.Notice.Student, Clock.Today);

    private HomeworkFile? FileOf(NoticeCard one) => Rosters.Current.MayHaveFile(Me, one, Clock.Today) ? one.Notice.File : null;

    private string Name(NoticeCard one) => Rosters.Current.NameOf(one.Notice.Student.Person);

    private string Signed(NoticeCard one) =>
        Phrase.With(Words.NoticeToldBy, ShortName.Of(Rosters.Current, one.Told.By), Clock.DayOf(one.Told.At), Clock.TimeOf(one.Told.At));
}
