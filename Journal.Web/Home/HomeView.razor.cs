using System.Collections.Immutable;
using System.Globalization;
using Journal.Core.Access;
using Journal.Core.Basics;
using Journal.Core.Control;
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

    [Parameter, EditorRequired]
    public PersonId Me { get; set; }

    /// <summary>The next day with lessons.</summary>
    [Parameter]
    public DayAhead? Ahead { get; set; }

    [Parameter]
    public DebtList? Debts { get; set; }

    /// <summary>How many guardians' notices of the own classes wait for an answer, where any do.</summary>
    [Parameter]
    public IReadOnlyDictionary<ClassId, int> Unanswered { get; set; } = ImmutableDictionary<ClassId, int>.Empty;

    /// <summary>Something was written into one of today's lessons.</summary>
    [Parameter]
    public EventCallback Changed { get; set; }

    /// <summary>What waits for whoever reads the whole school, above its classes.</summary>
    [Parameter]
    public RenderFragment? ChildContent { get; set; }

    /// <summary>What the school's clocks show.</summary>
    [Parameter]
    public TimeOnly Now { get; set; }

    private bool OnlyRunsTheServer => Home.IsEmpty && Home.Roles.Contains(Role.Technician);

    private string Date => Phrase.Sentence(Today.ToString(Words.DayFormat, CultureInfo.CurrentCulture));

    private string Summary =>
        Home.Courses.Count == 0
            ? ""
            : string.Join(" · ", new[] { Running, Phrase.With(Words.HomeLessonsToday, Lessons.Count) }.OfType<string>());

    private string? Running =>
        Lessons.FirstOrDefault(lesson => lesson.Starts <= Now && Now < lesson.Ends) is { } lesson
            ? Phrase.With(Words.TodayRunning, lesson.Number)
            : null;
}
