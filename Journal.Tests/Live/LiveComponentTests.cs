using Bunit;
using Journal.Core.Access;
using Journal.Core.Live;
using Journal.Core.Persistence;
using Journal.Tests.Shell;
using Journal.Web.Live;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using static Journal.Tests.Support.SmallSchoolFacts;

namespace Journal.Tests.Live;

public sealed class LiveComponentTests : StaffContext
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task What_is_heard_is_drawn()
    {
        var page = await Open<Counting>();

        await School.Submit(Put("5"));
        await School.Submit(Put("4", student: Boris));

        await page.WaitForAssertionAsync(() => Assert.Equal("2", page.Find("b").TextContent), Patience);
    }

    [Fact]
    public async Task A_page_that_cannot_draw_what_it_heard_fails_and_does_not_stand_still()
    {
        await Open<Broken>();

        await School.Submit(Put("5"));

        Assert.IsType<InvalidOperationException>(await Renderer.UnhandledException.WaitAsync(Patience));
    }

    [Fact]
    public async Task Pages_whose_browser_does_not_answer_keep_no_other_from_drawing()
    {
        for (var i = 0; i < Environment.ProcessorCount; i++)
            await Open<Unanswered>();
        var page = await Open<Counting>();

        await School.Submit(Put("5"));
        await page.WaitForAssertionAsync(() => Assert.Equal("1", page.Find("b").TextContent), Patience);
        await School.Submit(Put("4", student: Boris));

        await page.WaitForAssertionAsync(() => Assert.Equal("2", page.Find("b").TextContent), Patience);
    }

    private async Task<IRenderedComponent<T>> Open<T>()
        where T : Counting
    {
        var head = await School.Get<ChangeLog>().Head();
        return Render<T>(page => page.Add(one => one.After, head));
    }

    private class Counting : LiveComponent
    {
        private int _heard;

        [Parameter]
        public long After { get; set; }

        protected override void OnInitialized() => Follow(Teacher.Person, Audience.Of(Algebra), After);

        protected override Task Heard(IReadOnlyList<Told> told)
        {
            _heard += told.OfType<ToldChange>().Count();
            StateHasChanged();
            return Task.CompletedTask;
        }

        protected override Task Ended() => Task.CompletedTask;

        protected override void BuildRenderTree(RenderTreeBuilder builder)
        {
            builder.OpenElement(0, "b");
            builder.AddContent(1, _heard);
            builder.CloseElement();
        }
    }

    // As after a lost network: what was drawn is shown to nobody, and the call waits.
    private sealed class Unanswered : Counting
    {
        protected override Task Heard(IReadOnlyList<Told> told) => new TaskCompletionSource().Task.WaitAsync(Closing);
    }

    private sealed class Broken : Counting
    {
        protected override Task Heard(IReadOnlyList<Told> told) => throw new InvalidOperationException("could not be drawn");
    }
}
