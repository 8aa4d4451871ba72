using Journal.Core.Basics;
using Journal.Core.Courses.Storage;
using Journal.Core.Live;
using Journal.Core.Persistence;
using Journal.Core.Register;
using Journal.Core.Register.Storage;
using Journal.Tests.Support;
using Microsoft.EntityFrameworkCore;
using static Journal.Tests.Support.SmallSchoolFacts;

namespace Journal.Tests.Live;

/// <summary>The test that guards the live design: folding what was heard equals reading again.</summary>
public sealed class FoldingTests : IAsyncDisposable
{
    private const int Steps = 400;

    private static readonly PageId[] Watched = [.. RandomSchoolLife.Courses.Select(course => new PageId(course, Quarter2))];

    private readonly SmallSchool _school = new();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(6)]
    [InlineData(5)]
    public async Task Folding_what_was_heard_equals_reading_again(int seed)
    {
        await RandomSchoolLife.Prepare(_school);
        var viewers = Watched.Select(id => new Viewer(_school, id)).ToArray();
        var life = new RandomSchoolLife(_school, seed);
        for (var i = 0; i < Steps; i++)
        {
            await life.Step();
            foreach (var viewer in viewers)
                viewer.HearAll();
            // Often: whoever reads anew takes what a projection forgot for what is true.
            if (i % 20 == 19)
            {
                Assert.All(viewers, viewer => AssertSame(PageText.Of(ReadByAnotherProcess(viewer.Id)), PageText.Of(viewer.Page)));
                AssertSame(
                    RosterText.Of(new RosterSource(_school.Get<IDbContextFactory<JournalDb>>()).Current),
                    RosterText.Of(_school.Roster)
                );
            }
        }

        foreach (var viewer in viewers)
        {
            using (viewer)
            {
                var fresh = PageText.Of(ReadByAnotherProcess(viewer.Id));
                AssertSame(fresh, PageText.Of(viewer.Page));
                AssertSame(fresh, PageText.Of(_school.Pages.Read(viewer.Id)!));
                await CatchingUpTellsTheSame(viewer);
            }
        }

        Assert.InRange(viewers.Sum(viewer => viewer.Folded), Steps / 6, int.MaxValue);
        Assert.Empty(_school.Verify().Faults);
    }

    private static void AssertSame(string[] fresh, string[] other)
    {
        Assert.True(fresh.SequenceEqual(other), string.Join("\n", fresh.Except(other).Concat(["—"]).Concat(other.Except(fresh))));
    }

    private async Task CatchingUpTellsTheSame(Viewer viewer)
    {
        var (log, events) = (_school.Get<ChangeLog>(), _school.Get<EventBook>());
        foreach (var after in new[] { viewer.Since, viewer.Heard[viewer.Heard.Count / 2].Seq, viewer.Heard[^1].Seq })
        {
            var course = await log.Read(Audience.Of(viewer.Id.Course), after, int.MaxValue);
            var school = await log.Read(Audience.School, after, int.MaxValue);
            Assert.Equal(
                viewer.Heard.Where(change => change.Seq > after).Select(Told),
                course.Concat(school).OrderBy(change => change.Seq).Select(Told)
            );
        }

        (long, DateTimeOffset, PersonId, string) Told(Committed change) =>
            (change.Seq, change.At, change.Actor, events.Kind(change.Event) + Convert.ToHexString(events.Payload(change.Event)));
    }

    private JournalPage ReadByAnotherProcess(PageId id)
    {
        var databases = _school.Get<IDbContextFactory<JournalDb>>();
        return new JournalPages(databases, new RosterSource(databases)).Read(id)!;
    }

    public ValueTask DisposeAsync() => _school.DisposeAsync();

    /// <summary>Listens first, reads second, drops what it already has, folds the rest.</summary>
    private sealed class Viewer : IDisposable
    {
        private readonly SmallSchool _school;
        private readonly Listener _listener;

        public Viewer(SmallSchool school, PageId id)
        {
            (_school, Id) = (school, id);
            _listener = school.Feed.Listen(Audience.Of(id.Course), Audience.School);
            Page = school.Pages.Read(id)!;
            Since = school.Get<ChangeLog>().Head().GetAwaiter().GetResult();
        }

        public PageId Id { get; }

        public long Since { get; }

        public JournalPage Page { get; private set; }

        public List<Committed> Heard { get; } = [];

        public int Folded { get; private set; }

        public void HearAll()
        {
            while (_listener.Heard.TryRead(out var change))
            {
                Heard.Add(change);
                if (change.Seq <= Page.Seq)
                    continue;

                var next = Page.Apply(change);
                Folded += next is null ? 0 : 1;
                Page = next ?? _school.Pages.Read(Id)!;
            }
        }

        public void Dispose() => _listener.Dispose();
    }
}
