using Journal.Core.Basics;
using Journal.Core.Homework;
using Journal.Core.Lessons;
using Journal.Core.School;

namespace Journal.Core.Register;

/// <summary>Writes what was taught and set, as one whole value. No homework yet is null, «не задано» is an empty one (R25).</summary>
/// <param name="Status">Null leaves it as it is.</param>
/// <param name="Expected">The version of the lesson's record that was on the screen.</param>
public sealed record RecordLesson(CourseId Course, LessonId Lesson, string? Topic, string? Homework, LessonStatus? Status, long Expected)
    : Command;

/// <summary>Somebody was faster: what is recorded now, its version, by whom and when.</summary>
public sealed record LessonConflict(Lesson Now, LessonStamp Stamp) : Refusal, IConflict;

/// <summary>To cancel or to move a lesson is not its teacher's to record.</summary>
public sealed record StatusNotRecorded(LessonStatus Status) : Refusal;

public sealed record TopicTooLong(int Length, int Longest) : Refusal;

public sealed record TopicUnreadable : Refusal;

public sealed record HomeworkTooLong(int Length, int Longest) : Refusal;

public sealed record HomeworkUnreadable : Refusal;

public sealed partial record JournalPage
{
    /// <summary>Whatever a plan may have for the lesson fits.</summary>
    public const int LongestTopic = LessonPlan.LongestTopic;
    public const int LongestHomework = 2000;

    /// <param name="by">Whoever records a lesson that was given and has no teacher yet becomes its teacher.</param>
    public Decision Decide(RecordLesson command, Recorder by)
    {
        if (!Lessons.TryGetValue(command.Lesson, out var now))
            return new UnknownLesson(command.Lesson);
        if (MayRecord(now, command.Status, by.Today) is { } closed)
            return closed;
        var (topic, homework) = (Trimmed(command.Topic), command.Homework?.Trim());
        if (CheckTexts(topic, homework) is { } unfit)
            return unfit;

        var after = Written(now, topic, homework, command.Status, by);
        var stamp = RecordOf(now.Id);
        if ((after.Topic, after.Homework, after.Status) == (now.Topic, now.Homework, now.Status))
            return Decision.Already(stamp.Version);
        if (stamp.Version != command.Expected)
            return new LessonConflict(now, stamp);

        var fact = new LessonRecorded(Id.Course, Id.Term, now, after);
        // Without a text nothing of the task is left: its files are no longer handed out. First, because the answer's Seq is the record's version.
        return after.Homework is not { Length: > 0 } && OwnTaskOf(now.Id) is { } own && !own.Task.Details.Equals(HomeworkDetails.None)
            ? Decision.Facts([Emptied(own, by), fact])
            : fact;
    }

    /// <summary>What closes a lesson's topic and homework; null when they may be written.</summary>
    public Refusal? MayRecord(Lesson lesson, DateOnly today) => MayRecord(lesson, null, today);

    private Refusal? MayRecord(Lesson lesson, LessonStatus? status, DateOnly today)
    {
        if (lesson.Status is LessonStatus.Cancelled or LessonStatus.Moved)
            return new LessonNotHeld(lesson.Date, lesson.Status);
        if (!Rules.Windows.IsOpen(EditKind.Topic, lesson.Date, today))
            return new WindowClosed(lesson.Date, Rules.Windows.TopicDays);
        if (IsLockedForAll(lesson))
            return new TermClosed(Id.Term);
        if (status is not (null or LessonStatus.Planned or LessonStatus.Held or LessonStatus.Covered or LessonStatus.Distance))
            return new StatusNotRecorded(status.Value);

        return lesson.Date > today && status is LessonStatus.Held or LessonStatus.Covered ? new LessonInFuture(lesson.Date) : null;
    }

    private static Refusal? CheckTexts(string? topic, string? homework)
    {
        if (topic?.Length > LongestTopic)
            return new TopicTooLong(topic.Length, LongestTopic);
        if (topic is not null && !CellRules.IsReadable(topic))
            return new TopicUnreadable();
        if (homework?.Length > LongestHomework)
            return new HomeworkTooLong(homework.Length, LongestHomework);

        return homework is not null && !CellRules.IsReadable(homework) ? new HomeworkUnreadable() : null;
    }

    private Lesson Written(Lesson now, string? topic, string? homework, LessonStatus? status, Recorder by)
    {
        var written = now with { Topic = topic, Homework = homework };
        if (homework != now.Homework)
        {
            var before = now.HomeworkTimes ?? (now.Homework is null ? null : TimesOf(now));
            written = written with { HomeworkTimes = HomeworkTimes.Next(before, homework is not null, by.Now) };
        }

        return Given(written, status ?? now.Status, by);
    }

    // Homework from before these times were kept was there when the lesson was last recorded.
    private HomeworkTimes TimesOf(Lesson lesson) => lesson.HomeworkTimes ?? new HomeworkTimes(RecordOf(lesson.Id).At);

    private HomeworkSet Emptied(PageTask own, Recorder by)
    {
        var times = HomeworkTimes.Next(own.Task.Times, isSet: false, by.Now);
        return new(Id.Course, Id.Term, own.Task, own.Task with { Details = HomeworkDetails.None, Times = times });
    }

    // What is written down on the day or later was given; what is written ahead is still a plan, and nobody's.
    private static Lesson Given(Lesson lesson, LessonStatus status, Recorder by)
    {
        if (lesson.Date > by.Today)
            return lesson with { Status = status };
        if (status is LessonStatus.Planned && (lesson.Topic ?? lesson.Homework) is not null)
            status = LessonStatus.Held;

        return lesson with
        {
            Status = status,
            Teachers =
                status is LessonStatus.Planned ? lesson.Teachers.Remove(by.Giver)
                : lesson.Teachers.IsEmpty ? [by.Giver]
                : lesson.Teachers,
        };
    }

    private JournalPage Apply(LessonRecorded e, Committed change) =>
        this with
        {
            Lessons = Lessons.SetItem(e.After.Id, e.After with { Teachers = [.. e.After.Teachers.OrderBy(teacher => teacher.Value)] }),
            Recorded = Recorded.SetItem(e.After.Id, LessonStamp.Of(change)),
        };
}
