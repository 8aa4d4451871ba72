using Journal.Core.Access;
using Journal.Core.Basics;
using Journal.Core.Diary;
using Journal.Web.Accounts;
using Microsoft.AspNetCore.Components;

namespace Journal.Web.Diary;

public partial class StoryPage
{
    [CascadingParameter]
    public required HttpContext Http { get; set; }

    [Inject]
    public required FamilyReadings Readings { get; set; }

    [Inject]
    public required DiaryFrames Frames { get; set; }

    [Inject]
    public required Looking Looking { get; set; }

    [Inject]
    public required NavigationManager Navigation { get; set; }

    [Parameter]
    public int Student { get; set; }

    [Parameter]
    public int Work { get; set; }

    private MarkStory? Story { get; set; }

    private DiaryFrame? Frame { get; set; }

    protected override async Task OnInitializedAsync()
    {
        var (me, student) = (Http.User.Person(), new StudentId(Student));
        Story = await Readings.Story(me, student, new WorkId(Work), Http.RequestAborted);
        if (Story is null || Readings.Reader(me, student) is not { } reader)
        {
            Navigation.NotFound();
            return;
        }

        Looking.At(reader);
        Frame = Frames.Of(reader);
    }
}
