using Journal.Core.Basics;
using Journal.Core.Diary;
using Journal.Web.Accounts;
using Microsoft.AspNetCore.Components;

namespace Journal.Web.Diary;

public partial class SubjectPage
{
    [CascadingParameter]
    public required HttpContext Http { get; set; }

    [Inject]
    public required SubjectsModels Models { get; set; }

    [Inject]
    public required NavigationManager Navigation { get; set; }

    [Parameter]
    public int Student { get; set; }

    [Parameter]
    public int Course { get; set; }

    [SupplyParameterFromQuery]
    public string? Term { get; set; }

    private SubjectsModel? Model { get; set; }

    private IReadOnlyList<MarkStory> Changed { get; set; } = [];

    private SubjectMarks? Subject => Model?.Subject(new CourseId(Course));

    protected override async Task OnInitializedAsync()
    {
        Model = await Models.Of(Http.User.Person(), new StudentId(Student), DiaryLinks.ParseTerm(Term), Http.RequestAborted);
        if (Model is { } model && Subject is { } subject)
            Changed = await Models.Changed(Http.User.Person(), model, subject.Course, Http.RequestAborted);
        else
            Navigation.NotFound();
    }
}
