using System.Globalization;
using Journal.Core.Access;
using Journal.Core.Basics;
using Journal.Web.Accounts;
using Microsoft.AspNetCore.Components;

namespace Journal.Web.Register.Print;

/// <summary>The journal's page on paper, for whoever may read it on the screen; what may not be seen looks like what does not exist.</summary>
public sealed partial class PrintPage
{
    private PrintedJournal? _journal;
    private string _title = "";
    private string _back = "";

    [CascadingParameter]
    public required HttpContext Http { get; set; }

    [Inject]
    public required Readings Readings { get; set; }

    [Inject]
    public required GridViews Views { get; set; }

    [Inject]
    public required SchoolClock Clock { get; set; }

    [Parameter]
    public int Course { get; set; }

    /// <summary>Without it the running term; one that is no number is none of the course's.</summary>
    [SupplyParameterFromQuery]
    public string? Term { get; set; }

    protected override void OnInitialized()
    {
        var me = Http.User.Person();
        if (Readings.Page(me, new CourseId(Course), Asked(Term)) is not { } page)
        {
            Http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var view = Views.Of(page);
        _journal = PrintedJournal.Of(view, me, TimeZoneInfo.ConvertTime(Clock.Now, Clock.Zone));
        _title = PageTitleText.Of(view);
        _back = string.Create(CultureInfo.InvariantCulture, $"/journal/{Course}?term={page.Id.Term.Value}");
    }

    private static TermId? Asked(string? term) =>
        term is null ? null : new TermId(int.TryParse(term, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0);
}
