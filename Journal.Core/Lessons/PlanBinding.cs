using System.Collections.Immutable;

namespace Journal.Core.Lessons;

/// <summary>
/// Which topic each lesson has. What was recorded stays; a lesson without a record gets what the plan has between its recorded neighbours, and
/// after the last record the plan goes on from there, what was passed over coming last.
/// </summary>
internal static class PlanBinding
{
    public static ImmutableArray<BoundLesson> Bind(ImmutableArray<PlanTopic> topics, IReadOnlyList<CourseLesson> lessons, DateOnly today)
    {
        int[] left = [.. topics.Select(topic => topic.Hours)];
        var recorded = Recorded(topics, left, lessons);
        var next = NextRecorded(recorded);
        var bound = new BoundLesson[lessons.Count];
        var at = 0;
        for (var i = 0; i < lessons.Count; i++)
        {
            var lesson = lessons[i];
            int? topic = recorded[i] ?? (IsOpen(lesson) ? Take(left, at, next[i]) : null);
            if (recorded[i] is { } known)
                at = known;
            bound[i] = new(lesson, PlaceOf(lesson, topic, today), topic + 1);
        }

        return [.. bound];
    }

    private static bool IsOpen(CourseLesson lesson) => !lesson.IsLost && lesson.Topic is null;

    private static LessonPlace PlaceOf(CourseLesson lesson, int? topic, DateOnly today)
    {
        if (lesson.IsLost)
            return LessonPlace.Lost;
        if (lesson.IsGiven)
            return topic is null ? LessonPlace.OffPlan : LessonPlace.Given;

        return lesson.Date < today ? LessonPlace.Unrecorded : LessonPlace.Ahead;
    }

    private static int?[] Recorded(ImmutableArray<PlanTopic> topics, int[] left, IReadOnlyList<CourseLesson> lessons)
    {
        var places = topics.Index().ToLookup(one => Key(one.Item.Topic), one => one.Index, StringComparer.Ordinal);
        var recorded = new int?[lessons.Count];
        var at = 0;
        for (var i = 0; i < lessons.Count; i++)
        {
            if (lessons[i].IsLost || lessons[i].Topic is not { } text || Place(places[Key(text)], left, at) is not { } place)
                continue;
            recorded[i] = at = place;
            left[place]--;
        }

        return recorded;
    }

    // The same words may stand in the plan twice: the next of them that has hours left, else an earlier one. With none left the lesson is beyond
    // the plan: what was recorded is true, but no hour of the plan is spent.
    private static int? Place(IEnumerable<int> same, int[] left, int at)
    {
        var free = same.Where(place => left[place] > 0).ToArray();
        return free.Length == 0 ? null : free.FirstOrDefault(place => place >= at, free[0]);
    }

    // For each lesson the topic of the first recorded one after it.
    private static int?[] NextRecorded(int?[] recorded)
    {
        var next = new int?[recorded.Length];
        for (var i = recorded.Length - 2; i >= 0; i--)
            next[i] = recorded[i + 1] ?? next[i + 1];

        return next;
    }

    private static int? Take(int[] left, int at, int? before)
    {
        var last = before ?? left.Length - 1;
        for (var place = at; place <= last; place++)
        {
            if (left[place] > 0)
                return Spend(left, place);
        }

        for (var place = 0; before is null && place < Math.Min(at, left.Length); place++)
        {
            if (left[place] > 0)
                return Spend(left, place);
        }

        return null;
    }

    private static int Spend(int[] left, int place)
    {
        left[place]--;
        return place;
    }

    // A lesson's topic is often the plan's with a full stop more or a space less.
    private static string Key(string topic) =>
        string.Join(' ', topic.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).TrimEnd('.').ToUpperInvariant();
}
