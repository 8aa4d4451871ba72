using Journal.Core.Basics;
using Journal.Core.School;
using Journal.Core.Timetable;

namespace Journal.Web.Timetable;

/// <summary>A card as it is on the screen.</summary>
/// <param name="Was">As it stands in the timetable; null for a new one.</param>
public sealed record DraftCard(int Key, TimetableCard? Was, CardPlace Place, bool Removed = false)
{
    public bool IsChanged => Removed || Was is null || Place != PlaceOf(Was);

    public static CardPlace PlaceOf(TimetableCard card) => new(card.Course, card.Weekday, card.Number, card.Week, card.Room);
}

/// <summary>A class's timetable that is being changed and is not written down yet.</summary>
public sealed class TimetableDraft
{
    private readonly List<DraftCard> _cards;
    private int _key;

    public TimetableDraft(IEnumerable<TimetableCard> cards) =>
        _cards = [.. cards.Select(card => new DraftCard(++_key, card, DraftCard.PlaceOf(card)))];

    public IReadOnlyList<DraftCard> Cards => _cards;

    public IEnumerable<DraftCard> Changed => _cards.Where(card => card.IsChanged);

    /// <summary>Those that stand in this place now.</summary>
    public IEnumerable<DraftCard> At(DayOfWeek weekday, int number) =>
        _cards.Where(card => !card.Removed && card.Place.Weekday == weekday && card.Place.Number == number);

    public DraftCard? Find(int key) => _cards.Find(card => card.Key == key);

    public DraftCard Add(CardPlace place)
    {
        var card = new DraftCard(++_key, null, place);
        _cards.Add(card);
        return card;
    }

    public void Place(int key, CardPlace place) => Set(key, card => card with { Place = place });

    /// <summary>A new one is gone; one of the timetable can be put back.</summary>
    public void Remove(int key)
    {
        if (Find(key) is { Was: null } made)
            _cards.Remove(made);
        else
            Set(key, card => card with { Removed = true });
    }

    /// <summary>As it stands in the timetable.</summary>
    public void PutBack(int key)
    {
        if (Find(key) is { Was: null } made)
            _cards.Remove(made);
        else
            Set(key, card => card with { Removed = false, Place = DraftCard.PlaceOf(card.Was!) });
    }

    public ChangeTimetable Command(DateOnly from, DateOnly? to, string note, bool despite) =>
        new(
            from,
            to,
            [.. Changed.Select(card => card.Was?.Id).OfType<int>()],
            [.. Changed.Where(card => !card.Removed).Select(card => card.Place)],
            note,
            despite
        );

    private void Set(int key, Func<DraftCard, DraftCard> change)
    {
        var at = _cards.FindIndex(card => card.Key == key);
        if (at >= 0)
            _cards[at] = change(_cards[at]);
    }
}
