namespace Journal.Core.Timetable;

/// <summary>What a change makes of the cards: one that is removed holds to the day before, and again after the last day of a change for some days.</summary>
public static class TimetableVersions
{
    /// <param name="cards">Those that are removed.</param>
    /// <param name="id">Numbers for new cards.</param>
    public static IEnumerable<TimetableCard> Of(ChangeTimetable change, IEnumerable<TimetableCard> cards, Func<int> id)
    {
        foreach (var card in cards)
        {
            yield return card with { To = change.From.AddDays(-1) };
            if (change.To is { } last && (card.To is null || card.To > last))
                yield return card with { Id = id(), From = last.AddDays(1) };
        }

        foreach (var place in change.Placed)
        {
            var room = place.Room?.Trim() is { Length: > 0 } name ? name : null;
            yield return new(id(), place.Course, place.Weekday, place.Number, place.Week, room, change.From, change.To);
        }
    }

    public static bool Holds(this TimetableCard card, DateOnly on) => card.From <= on && (card.To is null || on <= card.To);

    public static CardSlot Slot(this TimetableCard card) => new(card.Weekday, card.Number, card.Week, card.From, card.To);
}
