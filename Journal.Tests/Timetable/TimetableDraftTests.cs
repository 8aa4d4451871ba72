using Journal.Core.School;
using Journal.Core.Timetable;
using Journal.Web.Timetable;
using static Journal.Tests.Support.SmallSchoolFacts;

namespace Journal.Tests.Timetable;

public sealed class TimetableDraftTests
{
    private static readonly TimetableCard Known = new(5, Algebra, DayOfWeek.Monday, 2, WeekKind.Every, "12", YearStart, null);

    private readonly TimetableDraft _draft = new([Known]);

    [Fact]
    public void A_card_that_was_moved_is_removed_and_placed_anew()
    {
        var card = Assert.Single(_draft.Cards);
        _draft.Place(card.Key, card.Place with { Weekday = DayOfWeek.Friday });

        var change = _draft.Command(Today, null, "№ 1", despite: false);

        Assert.Equal([5], change.Removed);
        Assert.Equal([new(Algebra, DayOfWeek.Friday, 2, WeekKind.Every, "12")], change.Placed);
        Assert.Empty(_draft.At(DayOfWeek.Monday, 2));
        Assert.Single(_draft.At(DayOfWeek.Friday, 2));
    }

    [Fact]
    public void What_is_as_it_was_is_no_change()
    {
        var card = Assert.Single(_draft.Cards);
        _draft.Place(card.Key, card.Place with { Number = 3 });
        _draft.Place(card.Key, card.Place);

        Assert.Empty(_draft.Changed);
    }

    [Fact]
    public void A_card_is_taken_out_and_put_back_and_a_new_one_is_gone()
    {
        var card = Assert.Single(_draft.Cards);
        _draft.Remove(card.Key);
        var made = _draft.Add(new(EnglishOfFirst, DayOfWeek.Monday, 1));
        var change = _draft.Command(Today, null, "", despite: false);
        Assert.Equal([5], change.Removed);
        Assert.Equal([made.Place], change.Placed);

        _draft.PutBack(card.Key);
        _draft.Remove(made.Key);

        Assert.Empty(_draft.Changed);
        Assert.Equal(Known, Assert.Single(_draft.Cards).Was);
    }

    [Fact]
    public void Over_the_cards_as_they_are_now_the_edits_stay_and_those_of_a_card_that_is_gone_are_said()
    {
        var draft = new TimetableDraft([Known, Known with { Id = 6, Number = 3 }]);
        foreach (var card in draft.Cards.ToArray())
            draft.Place(card.Key, card.Place with { Weekday = DayOfWeek.Friday });
        draft.Add(new(EnglishOfFirst, DayOfWeek.Monday, 1));

        var lost = draft.Rebase([Known, Known with { Id = 7, Number = 4 }]);

        Assert.Equal(6, Assert.Single(lost).Was!.Id);
        Assert.Equal([5, 7, null], draft.Cards.Select(card => card.Was?.Id));
        Assert.Equal([DayOfWeek.Friday, DayOfWeek.Monday], draft.Changed.Select(card => card.Place.Weekday));
    }
}
