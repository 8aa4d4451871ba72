using System.Collections.Immutable;
using Journal.Core.Basics;
using Journal.Core.Lessons;

namespace Journal.Tests.Lessons;

public sealed class PlanHistoryTests
{
    private static readonly CourseId Algebra = new(1);
    private static readonly ImmutableArray<PlanTopic> Four = [new("А", 1), new("Б", 1), new("В", 1), new("Г", 1)];

    [Fact]
    public void A_plan_that_stayed_has_no_changes() => Assert.Empty(PlanChange.Between(Four, [.. Four]));

    [Fact]
    public void What_came_and_went_is_told_by_its_number()
    {
        var changes = PlanChange.Between(Four, [Four[0], new("Новая", 1), Four[1], Four[2]]);

        AssertTold(changes, (PlanChangeKind.Added, null, 2), (PlanChangeKind.Removed, 4, null));
    }

    [Fact]
    public void Other_hours_and_other_words_in_the_same_place_are_a_changed_topic()
    {
        var changes = PlanChange.Between(Four, [Four[0] with { Hours = 2 }, new("Б, исправлено", 1), Four[2], Four[3]]);

        AssertTold(changes, (PlanChangeKind.Changed, 1, 1), (PlanChangeKind.Changed, 2, 2));
    }

    [Fact]
    public void A_topic_dragged_elsewhere_was_moved_and_nothing_else_was()
    {
        var change = Assert.Single(PlanChange.Between(Four, [Four[1], Four[2], Four[3], Four[0]]));

        Assert.Equal((PlanChangeKind.Moved, 1, 4), (change.Kind, change.WasNumber, change.IsNumber));
    }

    [Fact]
    public void A_plan_that_came_and_one_that_went_are_all_added_and_all_removed()
    {
        Assert.All(PlanChange.Between([], Four), change => Assert.Equal(PlanChangeKind.Added, change.Kind));
        Assert.Equal([1, 2, 3, 4], PlanChange.Between(Four, []).Select(change => change.WasNumber!.Value));
    }

    [Fact]
    public void What_an_undo_puts_back_is_what_stood_there_before_also_in_an_old_log()
    {
        var history = PlanHistory.Of([
            At(3, new LessonPlanSet(Algebra, ["А", "Б"])),
            At(8, new PlanWritten(Algebra, Four)),
            At(9, new PlanApproved(Algebra, 8)),
        ]);

        Assert.Equal([new PlanTopic("А", 1), new("Б", 1)], history.Before(8).AsEnumerable());
        Assert.Empty(history.Before(3));
        Assert.Equal([3L, 8], history.Versions.Select(version => version.Stamp.Version));
    }

    [Fact]
    public void Since_the_approval_is_told_what_differs_and_nothing_when_it_was_put_back()
    {
        var approved = new[] { At(8, new PlanWritten(Algebra, Four)), At(9, new PlanApproved(Algebra, 8)) };
        var changed = At(12, new PlanWritten(Algebra, Four[..3]));

        Assert.Empty(PlanHistory.Of(approved).SinceApproval());
        AssertTold(PlanHistory.Of([.. approved, changed]).SinceApproval(), (PlanChangeKind.Removed, 4, null));
        Assert.Empty(PlanHistory.Of([.. approved, changed, At(13, new PlanWritten(Algebra, Four))]).SinceApproval());
        Assert.Empty(PlanHistory.Of([changed]).SinceApproval());
    }

    private static void AssertTold(IEnumerable<PlanChange> changes, params (PlanChangeKind, int?, int?)[] expected) =>
        Assert.Equal(expected, changes.Select(change => (change.Kind, change.WasNumber, change.IsNumber)));

    private static Committed At(long seq, JournalEvent fact) => new(seq, DateTimeOffset.UnixEpoch, new(6), fact);
}
