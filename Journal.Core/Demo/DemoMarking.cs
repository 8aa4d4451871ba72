using System.Globalization;
using Journal.Core.Basics;
using Journal.Core.School;

namespace Journal.Core.Demo;

/// <summary>How a teacher marks: a few answers in an ordinary lesson, everybody in a written work, those who were away later.</summary>
internal sealed class DemoMarking(double share, DemoCourse course)
{
    public static readonly string[] Late = ["о3", "о5", "о7", "о10", "о15"];

    private const int MakeUpWithin = 14;
    private const string Awaited = ".";

    private static readonly string[] One = [.. Enumerable.Range(0, 6).Select(m => m.ToString(CultureInfo.InvariantCulture))];
    private static readonly string[] Two =
    [
        .. Enumerable.Range(0, 36).Select(m => string.Create(CultureInfo.InvariantCulture, $"{m / 6}/{m % 6}")),
    ];

    private readonly List<DemoMark> _awaited = [];

    // The fewer lessons a week, the more answers in each: every student needs some in a term.
    private readonly double _share = Math.Min(
        0.95,
        share
            * (
                course.HalfHours <= 2 ? 1.5
                : course.HalfHours <= 4 ? 1.15
                : course.HalfHours >= 8 ? 0.8
                : 1
            )
    );

    /// <summary>The written work of a lesson: the one its topic speaks of, or a short one every now and then.</summary>
    public WorkType? WorkOf(DemoTopic topic, DemoLesson lesson)
    {
        if (course.PassFail)
            return null;
        if (topic.Work is not null)
            return topic.Work;
        if (course.Subject.Tasks is null)
            return lesson.Place % 9 == 5 ? DemoWorkTypes.Credit : null;
        if (course.HalfHours <= 2)
            return lesson.Place % 8 == 4 ? DemoWorkTypes.Test : null;

        return (lesson.Place % 9, lesson.Place % 17) switch
        {
            (4, _) => DemoWorkTypes.Quiz,
            (_, 11) => DemoWorkTypes.Test,
            _ => null,
        };
    }

    public void Mark(DemoEntry entry, List<DemoPresent> present, List<StudentId> ill, ref DemoRandom random)
    {
        MakeUp(entry, present, ref random);
        if (entry.Work is { } work)
            MarkEverybody(entry, work, present, ill, ref random);
        else if (!random.Chance(0.06))
            MarkAnswers(entry, present, ref random);
    }

    private void MarkEverybody(DemoEntry entry, DemoWork work, List<DemoPresent> present, List<StudentId> ill, ref DemoRandom random)
    {
        foreach (var (student, ability) in present)
            entry.Marks.Add(new(entry.Lesson, work.Id, student, Written(work.Type, ability, ref random)));

        // Who was ill may write it later: the teacher waits for the work.
        foreach (var student in ill)
        {
            if (!random.Chance(0.6))
                continue;

            var mark = new DemoMark(entry.Lesson, work.Id, student, Awaited, entry.Lesson.Date.AddDays(10));
            entry.Marks.Add(mark);
            _awaited.Add(mark with { Typed = Written(work.Type, 3.8, ref random), DueBy = null });
        }
    }

    private void MarkAnswers(DemoEntry entry, List<DemoPresent> present, ref DemoRandom random)
    {
        var count = (int)Math.Round((_share * present.Count) + (random.Unit() * 4) - 2);
        for (var i = 0; i < Math.Clamp(count, 0, present.Count); i++)
        {
            // Draws without putting back: the answered move to the front.
            var chosen = i + random.Below(present.Count - i);
            (present[i], present[chosen]) = (present[chosen], present[i]);
            Answer(entry, present[i], ref random);
        }
    }

    private void Answer(DemoEntry entry, DemoPresent who, ref DemoRandom random)
    {
        var value = Value(who.Ability, ref random);
        var typed = course.PassFail ? "зач" : One[value];
        var mark = new DemoMark(entry.Lesson, entry.Lesson.DefaultWork, who.Student, typed);

        // A slip of the finger, put right at once.
        if (!course.PassFail && random.Chance(0.004))
            entry.Marks.Add(mark with { Typed = One[value == 5 ? 4 : value + 1] });

        entry.Marks.Add(random.Chance(0.01) ? mark with { Comment = DemoComments.For(value, ref random) } : mark);
    }

    private void MakeUp(DemoEntry entry, List<DemoPresent> present, ref DemoRandom random)
    {
        for (var i = _awaited.Count - 1; i >= 0; i--)
        {
            var mark = _awaited[i];
            var late = entry.Lesson.Date.DayNumber - mark.Of.Date.DayNumber;
            var here = late <= MakeUpWithin && present.Exists(p => p.Student == mark.Student);
            if (here && random.Chance(0.5))
                entry.Marks.Add(mark);
            else if (late <= MakeUpWithin)
                continue;

            _awaited.RemoveAt(i);
        }
    }

    private static string Written(WorkType type, double ability, ref DemoRandom random)
    {
        var value = Value(ability - 0.15, ref random);

        return DemoWorkTypes.HasTwoMarks(type) ? Two[(value * 6) + Value(ability, ref random)] : One[value];
    }

    private static int Value(double ability, ref DemoRandom random) => Math.Clamp((int)Math.Round(ability + (0.62 * random.Bell())), 2, 5);
}
