using System.Globalization;
using Journal.Core.Lessons;
using Journal.Core.People;
using Journal.Web.Texts;
using Microsoft.AspNetCore.Components;

namespace Journal.Web.Home;

public partial class HomeView
{
    [Parameter, EditorRequired]
    public required HomeOf Home { get; set; }

    [Parameter, EditorRequired]
    public IReadOnlyList<DayLesson> Lessons { get; set; } = [];

    [Parameter, EditorRequired]
    public DateOnly Today { get; set; }

    private bool OnlyRunsTheServer => Home.IsEmpty && Home.Roles.Contains(Role.Technician);

    private string Date => Phrase.Sentence(Today.ToString(Words.DayFormat, CultureInfo.CurrentCulture));

    private string Summary => Home.Courses.Count == 0 ? "" : Phrase.With(Words.HomeLessonsToday, Lessons.Count);
}
