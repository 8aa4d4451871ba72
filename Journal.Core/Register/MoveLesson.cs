using Journal.Core.Basics;
using Journal.Core.Lessons;
using Journal.Core.Timetable;

namespace Journal.Core.Register;

/// <summary>The lesson is given on another day or as another lesson of the day; the former place stays in the journal as moved away.</summary>
/// <param name="Expected">The version of the lesson's record that was on the screen.</param>
public sealed record MoveLesson(CourseId Course, LessonId Lesson, DateOnly To, int Number, long Expected) : Command
{
    public const int MostNumber = CardPlace.MostNumber;
}

/// <summary>Something of it is written down already: lessons that were held never move.</summary>
public sealed record LessonHeldAlready(DateOnly Date) : Refusal;

/// <summary>It is there already, or the day is in none of the course's terms, or there is no such lesson of a day.</summary>
public sealed record NoPlaceToMoveTo(DateOnly To, int Number) : Refusal;

/// <summary>Students of the lesson have another one then.</summary>
public sealed record StudentsBusy(string Group, string Subject) : Refusal;

/// <summary>A teacher of the course gives another lesson then.</summary>
public sealed record TeacherBusy(string Group, string Subject) : Refusal;

/// <summary>The lesson's room is taken then.</summary>
public sealed record RoomBusy(string Room, string Group, string Subject) : Refusal;

/// <summary>Where the lesson goes: the term of that day, and numbers for what is made there.</summary>
public sealed record MovedTo(TermId Term, Func<LessonId> Lesson, Func<WorkId> Work);

public sealed partial record JournalPage
{
    /// <param name="place">Null where the course has no term.</param>
    /// <param name="clash">What stands in the way there.</param>
    public Decision Decide(MoveLesson command, MovedTo? place, Refusal? clash)
    {
        if (!Lessons.TryGetValue(command.Lesson, out var lesson))
            return new UnknownLesson(command.Lesson);
        if (lesson.Status is LessonStatus.Cancelled or LessonStatus.Moved)
            return new LessonNotHeld(lesson.Date, lesson.Status);
        if (IsWritten(lesson))
            return new LessonHeldAlready(lesson.Date);
        if (RecordOf(lesson.Id) is var stamp && stamp.Version != command.Expected)
            return new LessonConflict(lesson, stamp);
        if (IsLockedForAll(lesson))
            return new TermClosed(Id.Term);
        var isThere = (lesson.Date, lesson.Number) == (command.To, command.Number);
        if (place is null || isThere || command.Number is < 1 or > MoveLesson.MostNumber)
            return new NoPlaceToMoveTo(command.To, command.Number);
        if (clash is not null)
            return clash;

        return Decision.Facts([.. Moved(lesson, command, place)]);
    }

    // The topic that was written ahead goes along; homework is for the next lesson, wherever that is.
    private IEnumerable<JournalEvent> Moved(Lesson lesson, MoveLesson command, MovedTo place)
    {
        var id = place.Lesson();
        var work = Shape.WorksOf(lesson.Id).FirstOrDefault(one => one.IsDefault) is { } own
            ? new Work(place.Work(), id, own.Type, own.Weight, Title: null, Ordinal: 0, IsDefault: true, DueBy: null, Shown: true)
            : null;
        yield return new LessonScheduled(Id.Course, place.Term, id, command.To, command.Number, work);
        if (lesson.Topic is { } topic)
        {
            var made = new Lesson(id, command.To, command.Number, LessonStatus.Planned, [], Topic: null, Homework: null);
            yield return new LessonRecorded(Id.Course, place.Term, made, made with { Topic = topic });
        }

        yield return new LessonRecorded(Id.Course, Id.Term, lesson, lesson with { Status = LessonStatus.Moved });
    }

    private bool IsWritten(Lesson lesson) =>
        lesson.Status is not LessonStatus.Planned
        || Rolls.ContainsKey(lesson.Id)
        || Attendance.Any(cell => cell.Key.Lesson == lesson.Id && cell.Value.Value.Code is not null)
        || Shape.WorksOf(lesson.Id).Any(work => !work.IsDefault || StudentsWith(work.Id).Any());
}
