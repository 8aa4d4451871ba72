using Journal.Core.Classes;
using Journal.Core.Courses;
using Journal.Core.Persistence;
using Journal.Core.Register;
using Journal.Core.Writing;
using Journal.Tests.Support;
using static Journal.Tests.Support.SmallSchoolFacts;

namespace Journal.Tests.Writing;

/// <summary>A reader may come between any two steps of the lane; what it leaves in the cache is what everybody sees afterwards.</summary>
public sealed class ReadersAtTheWrongMomentTests
{
    private static readonly DateOnly From = new(2026, 11, 2);

    [Fact]
    public async Task A_page_offered_between_fold_and_commit_is_not_kept()
    {
        var hook = new LaneHook();
        await using var school = new SmallSchool(hook.Into);
        hook.Folding = change =>
        {
            if (change.Event is PageOutdated)
                Assert.DoesNotContain(Vera, school.Pages.Read(EnglishPage)!.Students.Keys);
        };

        Assert.IsType<Applied>(await school.Writer.Submit(new JoinGroup(Vera, English1, From), Registrar));

        Assert.Contains(Vera, school.Pages.Read(EnglishPage)!.Students.Keys);
    }

    [Fact]
    public async Task A_page_read_between_the_commit_and_the_rosters_signal_has_the_new_structure()
    {
        var hook = new LaneHook();
        await using var school = new SmallSchool(hook.IntoFirst);
        Assert.NotNull(school.Roster);
        Task<JournalPage?>? reading = null;
        hook.Accepting = () =>
        {
            reading = Task.Run(() => school.Pages.Read(EnglishPage));
            // It cannot end before the lane goes on; without the wait it would, with the former structure.
            reading.Wait(TimeSpan.FromMilliseconds(500));
        };

        Assert.IsType<Applied>(await school.Writer.Submit(new JoinGroup(Vera, English1, From), Registrar));

        Assert.Contains(Vera, (await reading!)!.Students.Keys);
        Assert.Contains(Vera, school.Pages.Read(EnglishPage)!.Students.Keys);
    }

    [Fact]
    public async Task Whatever_readers_are_given_is_true_at_the_seq_it_bears()
    {
        await using var school = new SmallSchool();
        var closing = new TaskCompletionSource();
        var reading = Task.Run(() =>
        {
            while (!closing.Task.IsCompleted)
            {
                var page = school.Pages.Read(EnglishPage)!;
                var inGroup = page.Students.TryGetValue(Vera, out var vera) && vera.Days[0].To is null;
                Assert.Equal(IsInEnglish1(school, page.Seq), inGroup);
            }
        });

        for (var i = 0; i < 40; i++)
        {
            await school.Writer.Submit(new JoinGroup(Vera, English1, From), Registrar);
            await school.Writer.Submit(new LeaveGroup(Vera, English1, From), Registrar);
        }

        closing.SetResult();
        await reading;
    }

    // Joining and leaving take turns, and each is one change.
    private static bool IsInEnglish1(SmallSchool school, long seq) =>
        school.File.Scalar(
            $"""
            SELECT count(*) FROM Changes
            WHERE Seq <= {seq} AND Kind = 'group.joined' AND Student = {Vera.Value}
                AND CAST(Payload AS TEXT) LIKE '%"group":{English1.Value},%'
            """
        ) % 2
        == 1;
}
