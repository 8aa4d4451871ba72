using System.Collections.Immutable;
using Journal.Core.Basics;
using Journal.Core.Lessons;
using Journal.Core.School;

namespace Journal.Core.Control;

/// <summary>Until when a record is to be made, and which rule says so.</summary>
/// <param name="Due">Null while the countdown sleeps and nobody knows until when: sick leave without an end, a student not seen again.</param>
public sealed record Deadline(DeadlineRule Rule, DateTimeOffset? Due);

/// <summary>
/// The deadlines of one course. Each record is judged by the version that was in force on the day of its lesson, and there by the most particular
/// rule; where no rule speaks of it, there is no deadline.
/// </summary>
public sealed class Deadlines(Regulation regulation, Circumstances around)
{
    public Circumstances Around { get; } = around;

    /// <summary>Of the topic, the homework or the roll.</summary>
    public Deadline? Of(RecordKind kind, Lesson lesson) =>
        regulation.On(lesson.Date)?.RuleFor(kind, Around.Grade) is { } rule ? Running(rule, lesson, StartOf(rule, lesson)) : null;

    /// <summary>Of the mark of somebody who was there.</summary>
    /// <param name="handedIn">When the work comes to the teacher, if not in the lesson.</param>
    public Deadline? OfMark(Work work, Lesson lesson, ClassId schoolClass, DateOnly? handedIn) =>
        RuleFor(RecordKind.Mark, work, lesson, schoolClass) is { } rule
            ? Running(rule, lesson, NotBefore(handedIn, StartOf(rule, lesson)))
            : null;

    /// <summary>Of the mark of somebody who was absent: as long as for the others, unless the regulation has a rule for make-ups (R27).</summary>
    /// <param name="back">The lesson at which the student was seen again; null before that.</param>
    public Deadline? OfMakeUp(Work work, Lesson lesson, ClassId schoolClass, Lesson? back)
    {
        if ((RuleFor(RecordKind.MakeUp, work, lesson, schoolClass) ?? RuleFor(RecordKind.Mark, work, lesson, schoolClass)) is not { } rule)
            return null;

        return back is null ? new(rule, null) : Running(rule, lesson, NotBefore(work.DueBy, Around.EndOf(back)));
    }

    /// <summary>Of the results of a term: counted from its last school day, for the days after it are holidays (S1 2.8, 2.13).</summary>
    public Deadline? OfTermResult(TermSpan term, ClassId schoolClass)
    {
        if (regulation.On(term.Ends)?.RuleFor(RecordKind.TermResult, Around.GradeOf(schoolClass)) is not { } rule)
            return null;

        var last = Around.Calendar.SchoolDays(term.Starts, term.Ends).Append(term.Starts).Max();
        return Running(rule, [.. Around.TeachersOn(last)], last.ToDateTime(TimeOnly.MinValue));
    }

    private DeadlineRule? RuleFor(RecordKind kind, Work work, Lesson lesson, ClassId schoolClass) =>
        regulation.On(lesson.Date)?.RuleFor(kind, Around.GradeOf(schoolClass), work.Type, FormOf(work));

    // A lesson's own column is for answers; what is written has one of its own beside it (domain §5).
    private static WorkForm FormOf(Work work) => work.IsDefault ? WorkForm.Oral : WorkForm.Written;

    // For days only the date matters.
    private DateTime StartOf(DeadlineRule rule, Lesson lesson) =>
        rule.From is CountedFrom.LastLesson ? Around.EndOfSchool(lesson) : Around.EndOf(lesson);

    private static DateTime NotBefore(DateOnly? day, DateTime start) =>
        day > DateOnly.FromDateTime(start) ? day.Value.ToDateTime(TimeOnly.FromDateTime(start)) : start;

    private Deadline Running(DeadlineRule rule, Lesson lesson, DateTime start) => Running(rule, [.. Around.Owing(lesson)], start);

    private Deadline Running(DeadlineRule rule, ImmutableArray<PersonId> owing, DateTime start)
    {
        var countdown = new Countdown(Around.Calendar, day => Around.AreAllAway(owing, day));
        return new(rule, countdown.End(rule, start) is { } end ? Around.MomentOf(end) : null);
    }
}
