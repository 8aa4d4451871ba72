using Journal.Core.Basics;
using Journal.Core.Lessons;

namespace Journal.Core.Register;

/// <summary>Writes down that the students were instructed on safety; null takes it back.</summary>
/// <param name="Text">Which instruction: its name or number.</param>
/// <param name="Expected">The version of the lesson's record that was on the screen.</param>
public sealed record RecordBriefing(CourseId Course, LessonId Lesson, string? Text, long Expected) : Command
{
    public const int LongestText = 200;
}

public sealed record BriefingUnfit(int Longest) : Refusal;

public sealed partial record JournalPage
{
    public Decision Decide(RecordBriefing command, Recorder by)
    {
        if (!Lessons.TryGetValue(command.Lesson, out var now))
            return new UnknownLesson(command.Lesson);
        if (MayRecord(now, by.Today) is { } closed)
            return closed;
        if (now.Date > by.Today)
            return new LessonInFuture(now.Date);
        var text = Trimmed(command.Text);
        if (text is not null && (text.Length > RecordBriefing.LongestText || !CellRules.IsReadable(text)))
            return new BriefingUnfit(RecordBriefing.LongestText);

        var stamp = RecordOf(now.Id);
        if (now.Briefing == text)
            return Decision.Already(stamp.Version);
        if (stamp.Version != command.Expected)
            return new LessonConflict(now, stamp);

        return new LessonRecorded(Id.Course, Id.Term, now, now with { Briefing = text });
    }

    /// <summary>
    /// Whether this is the lesson with which the course begins its half-year: of those that take place, the first one before or after the new year.
    /// </summary>
    /// <param name="newYear">1 January of the school year.</param>
    /// <param name="former">The last days of the course's terms before this one.</param>
    public bool BeginsHalfYear(Lesson lesson, DateOnly newYear, IEnumerable<DateOnly> former)
    {
        var isSecond = lesson.Date >= newYear;
        if (former.Any(end => end >= newYear == isSecond))
            return false;

        foreach (var one in Shape.Lessons)
        {
            if (one.Date >= newYear == isSecond && one.Status is not (LessonStatus.Cancelled or LessonStatus.Moved))
                return one.Id == lesson.Id;
        }

        return false;
    }
}
