using System.Globalization;
using Journal.Core.Access;
using Journal.Core.Basics;
using Journal.Core.Homework;
using Journal.Core.Homework.Storage;
using Journal.Core.Import;
using Journal.Core.Notices;
using Journal.Core.Writing;
using Journal.Web.Accounts;
using Journal.Web.Texts;
using Microsoft.AspNetCore.Components;

namespace Journal.Web.Diary;

/// <summary>«Сообщить об отсутствии»: a guardian tells, and takes back what nobody has answered yet.</summary>
public partial class AbsencePage
{
    // A photo or a scan of a certificate, and nothing else.
    private static readonly string[] Kept = ["application/pdf", "image/png", "image/jpeg"];

    private DiaryFrame? _frame;
    private IReadOnlyList<NoticeCard> _own = [];
    private long _seq;
    private string? _trouble;

    [CascadingParameter]
    public required HttpContext Http { get; set; }

    [Inject]
    public required FamilyReadings Readings { get; set; }

    [Inject]
    public required DiaryFrames Frames { get; set; }

    [Inject]
    public required UploadBook Uploads { get; set; }

    [Inject]
    public required JournalWriter Writer { get; set; }

    [Inject]
    public required SchoolClock Clock { get; set; }

    [Inject]
    public required NavigationManager Navigation { get; set; }

    [Parameter]
    public int Student { get; set; }

    [SupplyParameterFromQuery]
    public string? Done { get; set; }

    [SupplyParameterFromForm(FormName = "tell")]
    public DateOnly? From { get; set; }

    [SupplyParameterFromForm(FormName = "tell")]
    public DateOnly? To { get; set; }

    [SupplyParameterFromForm(FormName = "tell")]
    public NoticeReason? Reason { get; set; }

    [SupplyParameterFromForm(FormName = "tell")]
    public string? Text { get; set; }

    [SupplyParameterFromForm(FormName = "tell")]
    public IFormFile? File { get; set; }

    [SupplyParameterFromForm(FormName = "withdraw")]
    public int? Which { get; set; }

    // A file would stay behind at it.
    private bool IsKiosk => Http.Features.Get<Session>() is { IsKiosk: true };

    private StudentId Child => new(Student);

    private Actor Me => new(Http.User.Person());

    private DateOnly Earliest => Clock.Today.AddDays(-AbsenceNotice.EarliestBack);

    private DateOnly Latest => Clock.Today.AddDays(AbsenceNotice.LongestAhead);

    // Not beside a refusal of what was asked next.
    private string? Said =>
        HttpMethods.IsPost(Http.Request.Method)
            ? null
            : Done switch
            {
                "told" => Words.NoticeSent,
                "back" => Words.NoticeTakenBack,
                _ => null,
            };

    protected override async Task OnInitializedAsync()
    {
        if (await Readings.OwnNotices(Me.Person, Child, Http.RequestAborted) is not { } own)
        {
            Navigation.NotFound();
            return;
        }

        (_own, _seq, _frame) = (own.All, own.Seq, Frames.Of(own.Reader));
    }

    private async Task Tell()
    {
        // What is no page of theirs takes no form either.
        if (_frame is null)
            return;
        if (From is not { } from || To is not { } to)
        {
            Say(new NoticeDaysOutOfRange(Earliest, Latest));
            return;
        }

        var (file, unfit) = await Bring();
        if (unfit is not null)
        {
            Say(unfit);
            return;
        }

        await Submit(new TellAbsence(Child, from, to, Reason ?? default, Text, file), "told");
    }

    private async Task Withdraw()
    {
        if (_frame is not null && Which is { } which && _own.Any(one => one.Notice.Id.Value == which))
            await Submit(new WithdrawNotice(new NoticeId(which)), "back");
    }

    private async Task Submit(Command command, string done)
    {
        if (await Writer.Submit(command, Me, Http.RequestAborted) is Refused refused)
            Say(refused.Why);
        else
            Navigation.NavigateTo($"{DiaryLinks.Absence(Child)}?done={done}");
    }

    private async Task<(HomeworkFile? File, Refusal? Unfit)> Bring()
    {
        if (IsKiosk || File is not { Length: > 0 } brought)
            return (null, null);
        if (FileKinds.NameOf(brought.FileName) is not { } name)
            return (null, new FileNameUnfit());

        await using var content = brought.OpenReadStream();
        if (FileKinds.TypeOf(name, content) is not { } type || !Kept.Contains(type))
            return (null, new FileKindNotKept());

        var taken = await Uploads.Take(Me.Person, name, type, content, Http.RequestAborted);
        return taken is null ? (null, new FileTooLarge(FileKinds.Largest >> 20)) : (taken, null);
    }

    private void Say(Refusal why)
    {
        Http.Response.StatusCode = StatusCodes.Status400BadRequest;
        _trouble = RefusalText.For(why);
    }

    private static string Day(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
