using System.Collections.Immutable;
using Journal.Core.Basics;
using Journal.Core.Classes;

namespace Journal.Core.Demo;

/// <summary>One course through the year: gives its lessons in order and remembers whose work is still awaited.</summary>
internal sealed class DemoCourseBook
{
    private const int DaysLate = 3;

    private readonly DemoSchool _school;
    private readonly DemoCourse _course;
    private readonly ImmutableArray<DemoTopic> _plan;
    private readonly DemoHealth _health;
    private readonly DemoWorkNumbers _works;
    private readonly DemoMarking _marking;
    private readonly List<(StudentId Student, DaySpan Days, double Ability)> _roll = [];
    private readonly List<DemoPresent> _present = [];
    private readonly List<StudentId> _ill = [];

    public DemoCourseBook(DemoSchool school, DemoCourse course, ImmutableArray<DemoTopic> plan, DemoHealth health, DemoWorkNumbers works)
    {
        (_school, _course, _plan, _health, _works) = (school, course, plan, health, works);
        _marking = new(school.Variant.MarkedShare, course);
        var abilities = school.Students.ToDictionary(s => s.Id, s => s.Ability);

        // Nobody is marked down for not singing well.
        var ease = course.Subject.Tasks is null ? 0.6 : 0;
        foreach (var member in school.GroupOf(course).Members)
        {
            var taste = DemoRandom.For(school.Seed, DemoDraw.Taste, member.Student.Value, course.Subject.Id.Value);
            _roll.Add((member.Student, member.Days, abilities[member.Student] + ease + (0.35 * taste.Bell())));
        }
    }

    public DemoEntry Give(DemoLesson lesson, DateOnly today)
    {
        var random = DemoRandom.For(_school.Seed, DemoDraw.Lesson, lesson.Id.Value);
        var topic = lesson.Place < _plan.Length ? _plan[lesson.Place] : new("Повторение и обобщение", null);
        var owed = DemoRandom.For(_school.Seed, DemoDraw.Owed, lesson.Id.Value);
        var fresh = today.DayNumber - lesson.Date.DayNumber <= DaysLate;
        var homework = Homework(lesson, ref random);
        var work = _course.Marked ? _marking.WorkOf(topic, lesson) : null;
        var entry = new DemoEntry
        {
            Lesson = lesson,
            Teacher = _course.Teachers[lesson.Place % _course.Teachers.Count],
            Teachers = _course.Teachers,
            Topic = fresh && owed.Chance(0.05) ? null : topic.Text,
            Homework = fresh && owed.Chance(0.08) ? null : homework,
            RollTaken = !fresh || !owed.Chance(0.03),
            // Of the last days: nobody looks up how long a task of October took.
            Minutes = fresh && homework.Length > 0 && !owed.Chance(0.1) ? 15 + (5 * owed.Below(5)) : null,
            Work = work is null ? null : new(_works.Next(), work, TitleOf(topic)),
        };
        CallTheRoll(entry, ref random);
        if (_course.Marked)
            _marking.Mark(entry, _present, _ill, ref random);

        return entry;
    }

    private static string? TitleOf(DemoTopic topic) =>
        topic.Work is not null && topic.Text.Length <= Register.JournalPage.LongestTitle ? topic.Text : null;

    private string Homework(DemoLesson lesson, ref DemoRandom random) =>
        _course.Grade == 1 ? DemoHomework.NotSet : DemoHomework.For(_course.Subject, lesson.Place, ref random);

    private void CallTheRoll(DemoEntry entry, ref DemoRandom random)
    {
        var (lesson, date) = (entry.Lesson, entry.Lesson.Date);
        _present.Clear();
        _ill.Clear();
        foreach (var (student, days, ability) in _roll)
        {
            if (!days.Contains(date))
                continue;

            if (_health.On(student, date) is { } away)
            {
                away.Missed.Add(lesson);
                entry.Absences.Add(new(student, "н"));
                _ill.Add(student);
                continue;
            }

            var chance = random.Unit();
            if (chance < 0.002)
            {
                entry.Absences.Add(new(student, "н"));
                continue;
            }

            if (lesson.Number == 1 && chance > 0.985)
                entry.Absences.Add(new(student, DemoMarking.Late[random.Below(DemoMarking.Late.Length)]));
            _present.Add(new(student, ability));
        }
    }
}

/// <summary>Somebody who is in the lesson, and what this person's marks in it gather around.</summary>
internal readonly record struct DemoPresent(StudentId Student, double Ability);
