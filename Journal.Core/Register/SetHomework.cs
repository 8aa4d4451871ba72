using System.Collections.Immutable;
using Journal.Core.Basics;
using Journal.Core.Homework;
using Journal.Core.Lessons;

namespace Journal.Core.Register;

/// <summary>
/// Sets, corrects or withdraws a task of a lesson as one whole (R25): the lesson's own, which is everybody's and whose text is the journal's line, or
/// one for some students.
/// </summary>
/// <param name="Task">Null: the lesson's own, or a new one for these students.</param>
/// <param name="Text">Light text; null withdraws, an empty one says «не задано» and is the lesson's own only.</param>
/// <param name="Students">Null: everybody.</param>
/// <param name="Seen">The lesson's own text that was on the screen.</param>
/// <param name="Expected">The version of the task that was on the screen; 0 if there was none.</param>
public sealed record SetHomework(
    CourseId Course,
    LessonId Lesson,
    HomeworkId? Task,
    string? Text,
    HomeworkDetails Details,
    IReadOnlyList<StudentId>? Students,
    string? Seen,
    long Expected
) : Command;

public sealed record UnknownHomework(HomeworkId Task) : Refusal;

/// <summary>Somebody was faster: what is set now, since when and by whom.</summary>
/// <param name="Students">Of a task for some.</param>
/// <param name="Version">The one to expect.</param>
public sealed record HomeworkConflict(
    string? Text,
    HomeworkDetails Details,
    ImmutableArray<StudentId> Students,
    LessonStamp Stamp,
    long Version
) : Refusal, IConflict;

/// <summary>A task says what is to be done: days, minutes and files alone are none.</summary>
public sealed record HomeworkMissing : Refusal;

public sealed record HomeworkForNobody : Refusal;

public sealed record HomeworkMinutesOutOfRange(int Minutes, int Most) : Refusal;

/// <summary>It is for a day that is not after the lesson's, or more than a year ahead.</summary>
public sealed record HomeworkDueOutOfRange(DateOnly Due, DateOnly Lesson) : Refusal;

public sealed record HomeworkDetailTooLong(int Length, int Longest) : Refusal;

public sealed record TooManyHomeworkFiles(int Count, int Most) : Refusal;

/// <summary>It was not brought, not by this person, or was cleared away meanwhile.</summary>
public sealed record UnknownHomeworkFile(Guid File) : Refusal;

public sealed partial record JournalPage
{
    /// <param name="id">A number for a task that is new.</param>
    public Decision Decide(SetHomework command, Recorder by, Func<HomeworkId> id)
    {
        if (!Lessons.TryGetValue(command.Lesson, out var lesson))
            return new UnknownLesson(command.Lesson);
        if (MayRecord(lesson, by.Today) is { } closed)
            return closed;
        var wish = command with { Text = command.Text?.Trim(), Details = command.Details.Tidy() };
        if (Unfit(wish, lesson) is { } unfit)
            return unfit;

        return wish.Students is { } students
            ? DecideForSome(wish, lesson, [.. students.Distinct()], by, id)
            : DecideOwn(wish, lesson, by, id);
    }

    /// <summary>The lesson's own task, if it says more than its text.</summary>
    public PageTask? OwnTaskOf(LessonId lesson) => Shape.TasksOf(lesson).FirstOrDefault(one => !one.Task.IsForSome);

    private Decision DecideOwn(SetHomework wish, Lesson lesson, Recorder by, Func<HomeworkId> id)
    {
        var own = OwnTaskOf(lesson.Id);
        if (wish.Task is { } asked && asked != own?.Task.Id)
            return new UnknownHomework(asked);
        var details = own?.Task.Details ?? HomeworkDetails.None;
        // What is withdrawn or says that nothing is set has nothing to be done by a day.
        if (wish.Text is "" && !wish.Details.Equals(HomeworkDetails.None))
            return new HomeworkMissing();

        var wanted = wish.Text is { Length: > 0 } ? wish.Details : HomeworkDetails.None;
        var stamp = RecordOf(lesson.Id) is var record && own?.Stamp is { } since && since.Version > record.Version ? since : record;
        if (lesson.Homework == wish.Text && details.Equals(wanted))
            return Decision.Already(stamp.Version);
        if (lesson.Homework != wish.Seen || (own?.Stamp.Version ?? 0) != wish.Expected)
            return new HomeworkConflict(lesson.Homework, details, [], stamp, own?.Stamp.Version ?? 0);

        var facts = new List<JournalEvent>(2);
        if (lesson.Homework != wish.Text)
            facts.Add(new LessonRecorded(Id.Course, Id.Term, lesson, Written(lesson, lesson.Topic, wish.Text, null, by)));
        if (!details.Equals(wanted))
        {
            // What is added to a text that families have read long since is a correction.
            var former = own?.Task.Times ?? (lesson.Homework is { Length: > 0 } ? TimesOf(lesson) : null);
            var times = HomeworkTimes.Next(former, isSet: !wanted.Equals(HomeworkDetails.None), by.Now);
            var after = new HomeworkTask(own?.Task.Id ?? id(), lesson.Id, IsForSome: false, Text: null, wanted, times);
            facts.Add(new HomeworkSet(Id.Course, Id.Term, own?.Task, after));
        }

        return Decision.Facts(facts);
    }

    private Decision DecideForSome(SetHomework wish, Lesson lesson, ImmutableArray<StudentId> students, Recorder by, Func<HomeworkId> id)
    {
        var known = wish.Task is { } asked ? Tasks.GetValueOrDefault(asked) : null;
        if (wish.Task is { } missed && (known is not { Task.IsForSome: true } || known.Task.Lesson != lesson.Id))
            return new UnknownHomework(missed);
        if (wish.Text is "")
            return new HomeworkMissing();
        if (wish.Text is not null && students.IsEmpty)
            return new HomeworkForNobody();
        var before = known?.Students ?? [];
        // Whoever has it already may have left since, and it can be taken from them all the same.
        foreach (var student in wish.Text is null ? [] : students.Except(before))
        {
            if (ClassOn(lesson, student) is null)
                return new StudentNotInGroup(student, lesson.Date);
        }

        var now = known?.Task;
        var wanted = wish.Text is null ? HomeworkDetails.None : wish.Details;
        // Whom it was withdrawn from stays known: they are told.
        var (added, gone) = wish.Text is null ? ([], []) : (students.Except(before).ToArray(), before.Except(students).ToArray());
        var differs = now?.Text != wish.Text || !(now?.Details ?? HomeworkDetails.None).Equals(wanted);
        if (!differs && added.Length == 0 && gone.Length == 0)
            return Decision.Already(known?.Stamp.Version ?? 0);
        var stamp = known?.Stamp ?? LessonStamp.Never;
        if (stamp.Version != wish.Expected)
            return new HomeworkConflict(now?.Text, now?.Details ?? HomeworkDetails.None, before, stamp, stamp.Version);

        var task = now?.Id ?? id();
        var facts = new List<JournalEvent>();
        if (differs)
        {
            var times = HomeworkTimes.Next(now?.Times, isSet: wish.Text is not null, by.Now);
            var after = new HomeworkTask(task, lesson.Id, IsForSome: true, wish.Text, wanted, times);
            facts.Add(new HomeworkSet(Id.Course, Id.Term, now, after));
        }

        // Each of them by a change of their own: what the page of all says of a task for some is told to no family.
        var told = differs ? before.Except(gone).Union(added) : added;
        facts.AddRange(told.Select(student => new HomeworkGiven(Id.Course, Id.Term, task, lesson.Id, student, Given: true)));
        facts.AddRange(gone.Select(student => new HomeworkGiven(Id.Course, Id.Term, task, lesson.Id, student, Given: false)));
        return Decision.Facts(facts);
    }

    private static Refusal? Unfit(SetHomework wish, Lesson lesson)
    {
        if (CheckTexts(null, wish.Text) is { } unfit)
            return unfit;
        var details = wish.Details;
        if (details.Minutes is < 1 or > HomeworkDetails.MostMinutes)
            return new HomeworkMinutesOutOfRange(details.Minutes.Value, HomeworkDetails.MostMinutes);
        if (details.Due is { } due && (due <= lesson.Date || due.DayNumber - lesson.Date.DayNumber > HomeworkDetails.LongestAhead))
            return new HomeworkDueOutOfRange(due, lesson.Date);
        if (details.Files.Length > HomeworkDetails.MostFiles || details.Files.DistinctBy(file => file.Id).Count() < details.Files.Length)
            return new TooManyHomeworkFiles(details.Files.Length, HomeworkDetails.MostFiles);
        if (details.Texts.FirstOrDefault(text => text.Length > HomeworkDetails.Longest) is { } tooLong)
            return new HomeworkDetailTooLong(tooLong.Length, HomeworkDetails.Longest);

        return details.Texts.All(CellRules.IsReadable) ? null : new HomeworkUnreadable();
    }

    private JournalPage Apply(HomeworkSet e, Committed change) =>
        this with
        {
            Tasks = Tasks.SetItem(
                e.After.Id,
                new PageTask(e.After, Tasks.GetValueOrDefault(e.After.Id)?.Students ?? [], LessonStamp.Of(change))
            ),
        };

    private JournalPage? Apply(HomeworkGiven e, Committed change)
    {
        if (!Tasks.TryGetValue(e.Task, out var now))
            return null;

        var others = now.Students.Where(student => student != e.Student);
        ImmutableArray<StudentId> students = [.. (e.Given ? others.Append(e.Student) : others).OrderBy(student => student.Value)];
        return this with { Tasks = Tasks.SetItem(e.Task, now with { Students = students, Stamp = LessonStamp.Of(change) }) };
    }
}
