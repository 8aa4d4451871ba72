using Journal.Core.Basics;
using Journal.Core.Courses;
using Journal.Core.Lessons;

namespace Journal.Core.Register;

/// <summary>«Я веду этот урок»: the lesson is the substitute's at once, and the deputy confirms it afterwards (hard day 6).</summary>
public sealed record TakeLesson(CourseId Course, LessonId Lesson) : Command;

/// <summary>It was the wrong one: the substitute gives it back, as long as the deputy has not confirmed it.</summary>
public sealed record GiveBackLesson(CourseId Course, LessonId Lesson) : Command;

/// <summary>Whoever teaches the course need not stand in for anybody.</summary>
public sealed record TeachesTheCourse(PersonId Teacher) : Refusal;

/// <summary>One takes a lesson on its day; for any other the deputy arranges it.</summary>
public sealed record LessonNotToday(DateOnly Date) : Refusal;

/// <summary>Somebody else gives this lesson already: who, and since when.</summary>
public sealed record LessonTaken(SubstitutionNow Now) : Refusal, IConflict;

/// <summary>Somebody has given and recorded it: it is the deputy who says if that was another one.</summary>
public sealed record LessonGivenAlready(DateOnly Date) : Refusal;

/// <summary>There is nothing to be given back: nobody gives the lesson instead, or the deputy has arranged it.</summary>
public sealed record NotYoursToGiveBack(LessonId Lesson) : Refusal;

public sealed partial record JournalPage
{
    /// <param name="now">Who gives the lesson instead of its teacher by now.</param>
    /// <param name="isOwn">Whether this person teaches the course.</param>
    /// <param name="with">A lesson of the person's own at the same time.</param>
    public Decision Decide(TakeLesson command, Recorder by, SubstitutionNow? now, bool isOwn, LessonId? with)
    {
        if (!Lessons.TryGetValue(command.Lesson, out var lesson))
            return new UnknownLesson(command.Lesson);
        if (now?.What.Teacher == by.Person)
            return Decision.Already(now.Version);
        if (now is not null)
            return new LessonTaken(now);
        if (isOwn)
            return new TeachesTheCourse(by.Person);
        if (lesson.Date != by.Today)
            return new LessonNotToday(lesson.Date);
        if (!lesson.Teachers.IsEmpty)
            return new LessonGivenAlready(lesson.Date);
        if (MayBeSubstituted(lesson) is { } closed)
            return closed;

        var kind = with is null ? SubstitutionKind.Taught : SubstitutionKind.Merged;
        var after = new Substitution(
            lesson.Id,
            Id.Course,
            lesson.Date,
            lesson.Number,
            by.Person,
            kind,
            Confirmed: false,
            with,
            Order: null
        );
        return new LessonSubstituted(Id.Course, Id.Term, lesson.Id, Before: null, after);
    }

    public Decision Decide(GiveBackLesson command, Recorder by, SubstitutionNow? now)
    {
        if (now is not { What: { Confirmed: false } what } || what.Teacher != by.Person)
            return new NotYoursToGiveBack(command.Lesson);
        // Whoever has written it down has given it.
        if (Lessons.GetValueOrDefault(command.Lesson) is { } lesson && lesson.Teachers.Contains(by.Person))
            return new LessonGivenAlready(lesson.Date);

        return new LessonSubstituted(Id.Course, Id.Term, command.Lesson, what, After: null);
    }

    private Refusal? MayBeSubstituted(Lesson lesson)
    {
        if (lesson.Status is LessonStatus.Cancelled or LessonStatus.Moved)
            return new LessonNotHeld(lesson.Date, lesson.Status);

        return IsLockedForAll(lesson) ? new TermClosed(Id.Term) : null;
    }
}
