using System.Numerics;
using Journal.Core.School;
using Journal.Core.Timetable;

namespace Journal.Core.Demo;

/// <summary>
/// A week without clashes and without gaps for the classes. Each lesson is put where it disturbs least; what it pushes out is put
/// again, and the more often a lesson was pushed out, the dearer it becomes to push it.
/// </summary>
internal sealed class DemoTimetable
{
    private const int Days = 5;
    private const int PerDay = 8;
    private const int Patience = 400_000;

    private readonly DemoSlots _busy;
    private readonly List<DemoPlacing> _placings = [];
    private readonly Stack<DemoPlacing> _waiting = new();
    private DemoRandom _random;

    private DemoTimetable(int seed, IReadOnlyList<DemoTaught> taught, int classes, int teachers)
    {
        _random = DemoRandom.For(seed, DemoDraw.Timetable);
        _busy = new(classes, teachers, Days * PerDay);
        var lengths = DayLengths(taught, classes);
        foreach (var lesson in taught)
            for (var copy = 0; copy < lesson.Lessons; copy++)
                _placings.Add(new(lesson, Allowed(lesson, lengths)));
    }

    /// <summary>Cards of every course; lessons that go on at the same time (two subgroups) come as one.</summary>
    public static IReadOnlyList<TimetableCard> Of(int seed, IReadOnlyList<DemoTaught> taught, int classes, int teachers, DateOnly from)
    {
        for (var attempt = 0; attempt < 20; attempt++)
            if (new DemoTimetable(seed + attempt, taught, classes, teachers) is var timetable && timetable.Place())
                return [.. timetable.Cards(from)];

        throw new InvalidOperationException("The demo school's curriculum does not fit into its week.");
    }

    private bool Place()
    {
        foreach (var placing in _placings.OrderByDescending(p => BitOperations.PopCount(p.Allowed)).ThenBy(p => p.Taught.Weight))
            _waiting.Push(placing);

        for (var step = 0; step < Patience && _waiting.Count > 0; step++)
            PlaceOne(_waiting.Pop());

        return _waiting.Count == 0;
    }

    private void PlaceOne(DemoPlacing placing)
    {
        var (best, least) = (-1, double.MaxValue);
        for (var slot = 0; slot < Days * PerDay; slot++)
        {
            if ((placing.Allowed >> slot & 1) == 0)
                continue;

            var cost = Cost(placing, slot) + (0.3 * _random.Unit());
            if (cost < least)
                (best, least) = (slot, cost);
        }

        foreach (var pushed in Disturbed(placing, best))
        {
            _busy.Take(pushed);
            pushed.Pushed++;
            _waiting.Push(pushed);
        }

        _busy.Put(placing, best);
    }

    private double Cost(DemoPlacing placing, int slot) => Disturbed(placing, slot).Sum(p => 1 + (0.2 * p.Pushed));

    private HashSet<DemoPlacing> Disturbed(DemoPlacing placing, int slot)
    {
        var disturbed = new HashSet<DemoPlacing>(ReferenceEqualityComparer.Instance);
        _busy.Collect(placing.Taught, slot, disturbed);

        // The same subject once a day, twice only when the week is too short for that.
        var day = slot / PerDay;
        var same = _placings.Where(p => ReferenceEquals(p.Taught, placing.Taught) && p.Slot >= 0 && p.Slot / PerDay == day).ToList();
        if (same.Count >= (placing.Taught.Lessons + Days - 1) / Days)
            disturbed.UnionWith(same);

        return disturbed;
    }

    private IEnumerable<TimetableCard> Cards(DateOnly from)
    {
        var cards =
            from placing in _placings
            from course in placing.Taught.Courses
            let week = placing.Taught.HalfHour ? WeekKind.A : WeekKind.Every
            orderby course.Value, placing.Slot
            select (course, placing.Slot, week);

        return cards.Select(
            (c, i) =>
                new TimetableCard(i + 1, c.course, DayOfWeek.Monday + (c.Slot / PerDay), (c.Slot % PerDay) + 1, c.week, null, from, null)
        );
    }

    private static int[][] DayLengths(IReadOnlyList<DemoTaught> taught, int classes)
    {
        var lengths = new int[classes][];
        for (var c = 0; c < classes; c++)
        {
            var week = taught.Where(t => !t.AfterHours && t.Classes.Contains(c)).Sum(t => t.Lessons);
            lengths[c] = [.. Enumerable.Range(0, Days).Select(d => (week / Days) + (d < week % Days ? 1 : 0))];
        }

        return lengths;
    }

    private static ulong Allowed(DemoTaught taught, int[][] lengths)
    {
        var allowed = 0UL;
        for (var day = 0; day < Days; day++)
        {
            var shortest = taught.Classes.Min(c => lengths[c][day]);
            for (var number = 0; number < PerDay; number++)
                if (taught.MayBe(day, number, shortest))
                    allowed |= 1UL << ((day * PerDay) + number);
        }

        return allowed;
    }
}
