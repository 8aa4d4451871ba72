using Journal.Core.Basics;
using Journal.Core.Lessons;
using Journal.Core.Register;
using Journal.Core.School;

namespace Journal.Core.Control;

/// <summary>When the records of a course were first made, as its log tells: a slip put right later does not make a record late.</summary>
public sealed class FirstMade
{
    private readonly Dictionary<(LessonId, RecordKind), DateTimeOffset> _records = [];
    private readonly Dictionary<(WorkId, StudentId), DateTimeOffset> _marks = [];

    private FirstMade() { }

    /// <param name="log">The changes of the course in their order.</param>
    public static FirstMade In(IEnumerable<Committed> log)
    {
        var made = new FirstMade();
        foreach (var change in log)
            made.Take(change);

        return made;
    }

    public DateTimeOffset? Of(LessonId lesson, RecordKind kind) => _records.TryGetValue((lesson, kind), out var at) ? at : null;

    public DateTimeOffset? OfMark(WorkId work, StudentId student) => _marks.TryGetValue((work, student), out var at) ? at : null;

    private void Take(Committed change)
    {
        switch (change.Event)
        {
            case LessonRecorded { After: var lesson }:
                if (lesson.Topic is not null)
                    _records.TryAdd((lesson.Id, RecordKind.Topic), change.At);
                if (lesson.Homework is not null)
                    _records.TryAdd((lesson.Id, RecordKind.Homework), change.At);
                break;
            case RollDeclared roll:
                _records.TryAdd((roll.Lesson, RecordKind.Roll), change.At);
                break;
            case MarkSet { After.First: not null } mark:
                _marks.TryAdd((mark.Work, mark.Student), change.At);
                break;
        }
    }
}
