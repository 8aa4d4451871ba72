using Journal.Core.Lessons;
using Journal.Web.Texts;

namespace Journal.Web.LessonRecord;

/// <summary>What the form asks to be written, over which version.</summary>
public sealed record TopicWish(string? Topic, LessonStatus Status, long Expected);

/// <summary>The briefing that was given, over which version.</summary>
public sealed record BriefingWish(string? Text, long Expected);

/// <summary>What became of a lesson, in words.</summary>
internal static class LessonText
{
    /// <summary>What its teacher may say of it; the others are orders and the timetable's.</summary>
    public static readonly LessonStatus[] Recordable =
    [
        LessonStatus.Planned,
        LessonStatus.Held,
        LessonStatus.Covered,
        LessonStatus.Distance,
    ];

    public static string Of(LessonStatus status) =>
        status switch
        {
            LessonStatus.Planned => Words.LessonPlanned,
            LessonStatus.Held => Words.LessonHeld,
            LessonStatus.Covered => Words.LessonCovered,
            LessonStatus.Cancelled => Words.DiaryLessonCancelled,
            LessonStatus.Moved => Words.DiaryLessonMoved,
            _ => Words.LessonDistance,
        };

    /// <summary>What a change of the record changed.</summary>
    public static string Of(LessonRecorded change)
    {
        var (before, after) = (change.Before, change.After);
        string?[] parts =
        [
            before.Status != after.Status ? Of(after.Status) : null,
            (before.Date, before.Number) != (after.Date, after.Number)
                ? Phrase.With(Words.LessonPlaceIs, after.Date, after.Number, before.Date, before.Number)
                : null,
            before.Topic != after.Topic ? Phrase.With(Words.LessonTopicIs, after.Topic ?? Words.LessonNothing) : null,
            before.Homework != after.Homework
                ? Phrase.With(Words.LessonHomeworkIs, after.Homework is { Length: > 0 } text ? text : Words.LessonNothing)
                : null,
            before.Briefing != after.Briefing ? Phrase.With(Words.LessonBriefingIs, after.Briefing ?? Words.LessonNothing) : null,
        ];
        return string.Join("; ", parts.OfType<string>().DefaultIfEmpty(Words.LessonTeacherChanged));
    }
}
