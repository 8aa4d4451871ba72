using Journal.Core.Access;
using Journal.Core.Basics;
using Journal.Core.Live;
using Journal.Core.Register;
using Journal.Core.Remarks;
using Journal.Web.Accounts;
using Journal.Web.Live;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.JSInterop;

namespace Journal.Web.Diary;

/// <summary>
/// The live part of a family page. It has no markup of its own: it hears what happens to the student and to the school, sends the lines of the
/// lessons that a mark, an absence or a remark has changed, and asks for the page anew for everything else. The page itself stays plain HTML. When the right to
/// hear is withdrawn the page goes.
/// </summary>
public sealed class DiaryLine : IComponent, IDisposable
{
    /// <summary>Everybody's bell rings at once; their pages need not ask at once.</summary>
    public static readonly TimeSpan SpreadOfBells = TimeSpan.FromSeconds(15);

    /// <summary>What concerns the school is heard by all its pages at once.</summary>
    public static readonly TimeSpan SpreadOfSchool = TimeSpan.FromSeconds(6);

    public static readonly InteractiveServerRenderMode Mode = new(prerender: false);

    // As long as a page is given to come (PageRefresh).
    private static readonly TimeSpan Answer = PageRefresh.Patience;

    private readonly CancellationTokenSource _leaving = new();
    private CancellationTokenRegistration _givenUp;
    private RenderHandle _page;
    private PageRefresh? _refresh;
    private ITimer? _bell;
    private DateTimeOffset? _rings;
    private PersonId _me;

    [Parameter, EditorRequired]
    public int Student { get; set; }

    /// <summary>The last change the page holds.</summary>
    [Parameter, EditorRequired]
    public long Seq { get; set; }

    /// <summary>The Monday of the week that is shown; null where single lessons have no place.</summary>
    [Parameter]
    public DateOnly? Week { get; set; }

    [Parameter]
    public DateTimeOffset? Rings { get; set; }

    [CascadingParameter]
    public required Task<AuthenticationState> SignedIn { get; set; }

    [Inject]
    public required LiveStream Stream { get; set; }

    [Inject]
    public required DrawnLessons Lines { get; set; }

    [Inject]
    public required NavigationManager Navigation { get; set; }

    [Inject]
    public required IJSRuntime Browser { get; set; }

    [Inject]
    public required PageLine Line { get; set; }

    [Inject]
    public required TimeProvider Time { get; set; }

    /// <summary>When within the spread a page asks: another moment for each reader of a student, and always the same one.</summary>
    public static TimeSpan MomentOf(int student, PersonId person) =>
        TimeSpan.FromMilliseconds(((student * 7919L) + (person.Value * 104_729L)) % (long)SpreadOfSchool.TotalMilliseconds);

    public void Attach(RenderHandle renderHandle) => _page = renderHandle;

    public async Task SetParametersAsync(ParameterView parameters)
    {
        parameters.SetParameterProperties(this);
        SetBell();
        if (_refresh is not null)
        {
            _refresh.Shown(Seq);
            return;
        }

        _givenUp = Line.GivenUp.Register(_leaving.Cancel);
        var refresh = _refresh = new PageRefresh(Seq, lessons => _ = Show(lessons), Line.Cut, Time, _leaving.Token);
        _me = (await SignedIn).User.Person();
        _ = Follow(refresh);
    }

    public void Dispose()
    {
        _givenUp.Dispose();
        _leaving.Cancel();
        _leaving.Dispose();
        _bell?.Dispose();
    }

    private async Task Follow(PageRefresh refresh)
    {
        var gone = _leaving.Token;
        var interest = new Interest(Audience.Of(new StudentId(Student)), WithSchool: true);
        if (Stream.Follow(_me, interest, Seq, gone) is { } told)
        {
            var school = new SchoolRefresh(refresh, MomentOf(Student, _me), Time, gone);
            await foreach (var one in told.WithCancellation(gone))
            {
                if (one is ToldOfSchool)
                    school.Heard(one.Seq);
                else
                    refresh.Heard(one.Seq, LessonOf(one));
            }
        }

        if (!gone.IsCancellationRequested)
            Navigation.NavigateTo(Navigation.Uri, forceLoad: true, replace: true);
    }

    // Whatever else changes may move more on the page than one line.
    private int? LessonOf(Told told) =>
        Week is not null
        && told is ToldChange { Change: { Lesson: { } lesson, Kind: var kind } }
        && (
            kind is RegisterKinds.MarkSet or RegisterKinds.MarkShown or RegisterKinds.AttendanceSet or RegisterKinds.AbsenceShown
            || RemarkKinds.All.Contains(kind)
        )
            ? lesson
            : null;

    private void SetBell()
    {
        if (_rings == Rings)
            return;

        _rings = Rings;
        _bell?.Dispose();
        _bell = Rings is { } ring ? Time.CreateTimer(Ring, null, Until(ring), Timeout.InfiniteTimeSpan) : null;
    }

    private void Ring(object? state) => _ = _page.Dispatcher.InvokeAsync(Ask);

    private async Task Show(IReadOnlyDictionary<int, long>? lessons)
    {
        try
        {
            if (lessons is null || !await Draw(lessons))
                await Ask();
        }
        catch (Exception failure) when (!_leaving.IsCancellationRequested)
        {
            // A page that stood still without a word would be worse.
            await _page.DispatchExceptionAsync(failure);
        }
    }

    /// <summary>False when the page must be asked for.</summary>
    private async Task<bool> Draw(IReadOnlyDictionary<int, long> lessons)
    {
        try
        {
            if (await Lines.Of(_me, new StudentId(Student), Week!.Value, lessons.Keys, _leaving.Token) is not { } drawn)
                return false;
            if (!await Browser.InvokeAsync<bool>("journalDiary.draw", Answer, drawn.Html, lessons.Values.Max(), drawn.HasNews))
                return false;

            _refresh!.Drew(lessons);
            return true;
        }
        catch (JSException)
        {
            // A page of an older version has no such script.
            return false;
        }
        catch (Exception gone) when (gone is OperationCanceledException or JSDisconnectedException)
        {
            // No answer in time, or the page has gone: it is asked again.
            return true;
        }
    }

    // What NavigationManager.Refresh does, but it calls it a failure of ours when no answer comes.
    private async Task Ask()
    {
        try
        {
            await Browser.InvokeVoidAsync("Blazor._internal.navigationManager.refresh", Answer, false);
        }
        catch (OperationCanceledException)
        {
            // It is asked again.
        }
        catch (JSDisconnectedException)
        {
            // The page has gone.
        }
    }

    private TimeSpan Until(DateTimeOffset ring)
    {
        var spread = TimeSpan.FromMilliseconds(Student * 7919L % (long)SpreadOfBells.TotalMilliseconds);
        var wait = ring - Time.GetUtcNow() + spread;
        return wait > TimeSpan.Zero ? wait : spread;
    }
}
