using Journal.Core.Basics;
using Journal.Web.Accounts;
using Microsoft.AspNetCore.Components;

namespace Journal.Web.Diary;

public partial class DiaryPage
{
    [CascadingParameter]
    public required HttpContext Http { get; set; }

    [Inject]
    public required WeekModels Models { get; set; }

    [Inject]
    public required NavigationManager Navigation { get; set; }

    [Parameter]
    public int? Student { get; set; }

    [SupplyParameterFromQuery]
    public string? Week { get; set; }

    private WeekModel? Model { get; set; }

    private string Here => $"{Http.Request.Path}{Http.Request.QueryString}";

    protected override async Task OnInitializedAsync()
    {
        StudentId? student = Student is { } id ? new StudentId(id) : null;
        Model = await Models.Of(Http.User.Person(), student, DiaryLinks.ParseWeek(Week), Http.RequestAborted);
        if (Model is null)
            Navigation.NotFound();
    }
}
