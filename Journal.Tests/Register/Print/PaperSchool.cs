using Journal.Core.Basics;
using Journal.Core.Courses.Storage;
using Journal.Core.Register;
using Journal.Core.Writing;
using Journal.Tests.Support;
using Journal.Web.Register;
using Journal.Web.Register.Print;
using static Journal.Tests.Support.SmallSchoolFacts;

namespace Journal.Tests.Register.Print;

/// <summary>The small school, and what its pages are on paper.</summary>
internal sealed class PaperSchool : IAsyncDisposable
{
    public static readonly DateTimeOffset Noon = new(SmallSchoolFacts.Today, new TimeOnly(12, 0), TimeSpan.FromHours(3));

    public SmallSchool School { get; } = new();

    public PrintedJournal Algebra => Print(AlgebraPage);

    public GridView View(PageId page) => new GridViews(School.Get<RosterSource>(), School.Get<SchoolClock>()).Of(School.Pages.Read(page)!);

    public PrintedJournal Print(PageId page, Actor? by = null, DateTimeOffset? at = null) =>
        PrintedJournal.Of(View(page), (by ?? SmallSchoolFacts.Teacher).Person, at ?? Noon);

    public async Task<PrintedJournal> Print(BigCourse course)
    {
        await School.Writer.Bulk(Guid.CreateVersion7(), course.Facts());
        return Print(course.Page);
    }

    public async Task Done(Command command, Actor? by = null) =>
        Assert.IsType<Applied>(await School.Writer.Submit(command, by ?? SmallSchoolFacts.Teacher));

    public ValueTask DisposeAsync() => School.DisposeAsync();
}
