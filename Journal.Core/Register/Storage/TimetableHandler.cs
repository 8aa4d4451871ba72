using Journal.Core.Basics;
using Journal.Core.Courses.Storage;
using Journal.Core.Lessons.Storage;
using Journal.Core.School;
using Journal.Core.Timetable;
using Journal.Core.Timetable.Storage;
using Journal.Core.Writing;

namespace Journal.Core.Register.Storage;

/// <summary>Changes the timetable and lays the lessons anew.</summary>
internal sealed class TimetableHandler(RosterSource rosters) : IHandler<ChangeTimetable>
{
    public Decision Decide(ChangeTimetable command, Operation operation)
    {
        if (TimetableRules.Unfit(command, operation.Today) is { } unfit)
            return unfit;

        var (roster, data) = (rosters.InLane(operation.Data), operation.Data);
        var ids = new NewIds(() => new(data.NewId<LessonRow>()), () => new(data.NewId<WorkRow>()));
        var trial = new TimetableEffects(data.Db, roster, command, ids, data.NewId<TimetableCardRow>).WorkOut();
        if (trial.Effect is not { } effect)
            return trial.Refusal!;
        if (effect.Clashes.Count > 0 && !command.DespiteClashes)
            return new TimetableClashes(effect.Clashes.Count);

        var classes = effect.Facts.Select(fact => fact.Concern.Course).OfType<CourseId>().Distinct().SelectMany(roster.ClassesOf);
        return Decision.Facts([
            .. effect.Facts,
            new TimetableChanged(command.From, command.To, command.Note.Trim(), [.. classes.Distinct().OrderBy(one => one.Value)]),
        ]);
    }
}
