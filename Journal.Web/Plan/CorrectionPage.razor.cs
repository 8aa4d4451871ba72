using System.Collections.Immutable;
using System.Globalization;
using Journal.Core.Access;
using Journal.Core.Basics;
using Journal.Core.Courses.Storage;
using Journal.Core.Lessons;
using Journal.Web.Accounts;
using Journal.Web.Register;
using Journal.Web.Texts;
using Microsoft.AspNetCore.Components;

namespace Journal.Web.Plan;

/// <summary>The plan-correction sheet on paper, for whoever may read the plan; what may not be seen looks like what does not exist.</summary>
public sealed partial class CorrectionPage
{
    private PlanCalendar? _calendar;
    private ImmutableArray<CorrectionLine> _lines = [];
    private string _title = "";
    private string _school = "";
    private string _teachers = "";
    private string _printed = "";

    [CascadingParameter]
    public required HttpContext Http { get; set; }

    [Inject]
    public required Readings Readings { get; set; }

    [Inject]
    public required RosterSource Rosters { get; set; }

    [Inject]
    public required SchoolClock Clock { get; set; }

    [Parameter]
    public int Course { get; set; }

    protected override async Task OnInitializedAsync()
    {
        var course = new CourseId(Course);
        _calendar = await Readings.PlanCalendar(Http.User.Person(), course, Http.RequestAborted);
        if (_calendar is null)
        {
            Http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var roster = Rosters.Current;
        _lines = CorrectionSheet.Of(_calendar);
        _title = PlanPaper.Title(roster, course);
        _school = string.Join(
            " · ",
            new[] { roster.Settings.Name, Phrase.With(Words.PrintYear, roster.Years[roster.Courses[course].Year].Name) }.Where(part =>
                part.Length > 0
            )
        );
        _teachers = string.Join(", ", roster.TeachersOfCourse[course].Select(load => ShortName.Of(roster, load.To)).Distinct());
        _printed = Phrase.With(Words.CorrectionPrinted, Clock.Today.ToString("d MMMM yyyy", CultureInfo.CurrentCulture));
    }
}
