using System.Collections.Immutable;
using Journal.Core.Basics;
using Journal.Core.School;

namespace Journal.Core.Lessons;

/// <summary>What may be written into a plan and approved of it.</summary>
public sealed partial record LessonPlan
{
    public const int MostTopics = 400;
    public const int MostHours = 99;
    public const int LongestSection = 400;
    public const int LongestHomework = 2000;
    public const int LongestWork = 120;

    /// <summary>The federal programmes have topics of 468 characters.</summary>
    public const int LongestTopic = 500;

    public Decision Decide(SetPlan command)
    {
        ImmutableArray<PlanTopic> topics = command.Topics.IsDefault ? [] : [.. command.Topics.Select(topic => topic.Tidy())];
        if (Wrong(topics) is { } wrong)
            return wrong;
        if (topics.SequenceEqual(Topics))
            return Decision.Already(Stamp.Version);
        if (command.Expected != Stamp.Version)
            return new PlanConflict(this, Stamp);

        return new PlanWritten(command.Course, topics);
    }

    public Decision Decide(ApprovePlan command)
    {
        if (Topics.IsEmpty)
            return new PlanEmpty();
        if (command.Expected != Stamp.Version)
            return new PlanConflict(this, Stamp);
        if (State is PlanState.Approved)
            return Decision.Already(Approval!.Seq);

        return new PlanApproved(command.Course, Stamp.Version);
    }

    /// <summary>What keeps these topics from being a plan; null when nothing does.</summary>
    public static Refusal? Wrong(ImmutableArray<PlanTopic> topics)
    {
        if (topics.Length > MostTopics)
            return new TooManyPlanTopics(topics.Length, MostTopics);

        for (var place = 0; place < topics.Length; place++)
        {
            if (Wrong(topics[place], place + 1) is { } wrong)
                return wrong;
        }

        return null;
    }

    /// <summary>What is wrong with one topic, whatever stands around it.</summary>
    public static Refusal? Wrong(PlanTopic topic, int number)
    {
        if (topic.Topic.Length == 0)
            return new PlanTopicMissing(number);
        if (topic.Topic.Length > LongestTopic)
            return new PlanTopicTooLong(number, topic.Topic.Length, LongestTopic);
        if (topic.Hours is < 1 or > MostHours)
            return new PlanHoursOutOfRange(number, topic.Hours, MostHours);
        if (topic.Section?.Length > LongestSection)
            return new PlanSectionTooLong(number, topic.Section.Length, LongestSection);
        if (topic.Homework?.Length > LongestHomework)
            return new PlanHomeworkTooLong(number, topic.Homework.Length, LongestHomework);
        if (topic.Work?.Length > LongestWork)
            return new PlanWorkTooLong(number, topic.Work.Length, LongestWork);

        return IsReadable(topic) ? null : new PlanTextUnreadable(number);
    }

    // Homework has lines of its own; the others are one.
    private static bool IsReadable(PlanTopic topic) =>
        SchoolSettings.IsReadableLine(topic.Topic)
        && SchoolSettings.IsReadableLine(topic.Section ?? "")
        && SchoolSettings.IsReadableLine(topic.Work ?? "")
        && SchoolSettings.IsReadableLine((topic.Homework ?? "").ReplaceLineEndings(" "));
}
