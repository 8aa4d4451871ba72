using System.Collections.Frozen;
using Journal.Core.Basics;
using Journal.Core.Persistence;
using Journal.Core.School;
using Journal.Core.School.Storage;
using Journal.Core.Timetable;
using Journal.Core.Timetable.Storage;
using Journal.Core.Writing;
using Microsoft.EntityFrameworkCore;

namespace Journal.Core.Diary.Storage;

/// <summary>What the days of every diary are made of besides lessons, in memory until it changes.</summary>
public sealed class DayBook(IDbContextFactory<JournalDb> databases) : IFollower
{
    private readonly Lock _lock = new();
    private SchoolDays? _current;
    private long _changes;
    private bool _pending;

    internal async Task<SchoolDays> Read(CancellationToken ct)
    {
        while (true)
        {
            var (known, changes) = (Volatile.Read(ref _current), Volatile.Read(ref _changes));
            if (known is not null)
                return known;

            await using var db = await databases.CreateDbContextAsync(ct);
            await using var reading = await db.BeginReading(ct);
            var read = await SchoolDays.Load(db, ct);
            lock (_lock)
            {
                // What was committed meanwhile may not be in it.
                if (changes != _changes)
                    continue;
                _current = read;
            }

            return read;
        }
    }

    public void Fold(Committed change) => _pending |= IsOfDays(change.Event);

    public object Mark() => _pending;

    public void Rewind(object mark) => _pending = (bool)mark;

    public void Accept()
    {
        if (_pending)
        {
            lock (_lock)
                (_current, _changes) = (null, _changes + 1);
        }

        _pending = false;
    }

    public void Discard() => _pending = false;

    private static bool IsOfDays(JournalEvent fact) => fact is HolidayAdded or BellAdded or CardPlaced;
}

/// <summary>Holidays of each set, bells of each schedule, and the courses that have a place on a Saturday or Sunday.</summary>
internal sealed record SchoolDays(
    FrozenDictionary<int, HolidayRow[]> Holidays,
    FrozenDictionary<int, Bell[]> Bells,
    ILookup<int, TimetableCardRow> Weekends
)
{
    public static async Task<SchoolDays> Load(JournalDb db, CancellationToken ct)
    {
        var holidays = await db.Set<HolidayRow>().AsNoTracking().OrderBy(row => row.Starts).ToListAsync(ct);
        var bells = await db.Set<BellRow>().AsNoTracking().OrderBy(row => row.Number).ToListAsync(ct);
        var cards = await db.Set<TimetableCardRow>()
            .AsNoTracking()
            .Where(card => card.Weekday == (int)DayOfWeek.Saturday || card.Weekday == (int)DayOfWeek.Sunday)
            .ToListAsync(ct);
        return new(
            holidays.GroupBy(row => row.HolidaySet).ToFrozenDictionary(set => set.Key, set => set.ToArray()),
            bells
                .GroupBy(row => row.Schedule)
                .ToFrozenDictionary(all => all.Key, all => all.Select(row => new Bell(row.Number, row.Starts, row.Ends)).ToArray()),
            cards.ToLookup(card => card.Course)
        );
    }

    public string? HolidayOn(DateOnly date, HolidaySetId set) =>
        Holidays.TryGetValue(set.Value, out var all) ? Array.Find(all, row => row.Starts <= date && date <= row.Ends)?.Name : null;

    // A week of six days is one in which something stands in the timetable on Saturday, whether or not it was held this week.
    public bool HasWeekend(CourseId course, DayOfWeek day, DateOnly monday, DateOnly sunday) =>
        Weekends[course.Value].Any(card => card.Weekday == (int)day && card.From <= sunday && (card.To is null || card.To >= monday));
}
