using System.Collections.Immutable;
using Journal.Core.Basics;
using Journal.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Journal.Core.Lessons.Storage;

/// <summary>Reads the plan of a course, and its lessons of the whole year beside it.</summary>
public sealed class LessonPlans(IDbContextFactory<JournalDb> databases)
{
    public async Task<LessonPlan> Read(CourseId course, CancellationToken ct = default)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        await using var reading = await db.BeginReading(ct);
        return Load(db, course);
    }

    /// <summary>The plan laid on the lessons of the course, both of one moment.</summary>
    public async Task<PlanCalendar> Calendar(CourseId course, DateOnly today, CancellationToken ct = default)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        await using var reading = await db.BeginReading(ct);
        var plan = Load(db, course);
        var lessons = await InOrder(db, course)
            .Select(row => new CourseLesson(new(row.Id), row.Date, row.Number, (LessonStatus)row.Status, row.Topic))
            .ToListAsync(ct);
        return PlanCalendar.Of(plan.Topics, lessons, today);
    }

    /// <summary>What the plan has for this lesson; null when it has nothing more, or there is no plan.</summary>
    public async Task<NextTopic?> Next(CourseId course, Lesson lesson, CancellationToken ct = default)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var plan = Topics(db, course);
        if (plan.IsEmpty)
            return null;

        var given = await NotLost(InOrder(db, course))
            .Where(row => row.Topic != null)
            .Select(row => new
            {
                row.Date,
                row.Number,
                row.Topic,
            })
            .ToListAsync(ct);
        var before = given.FindLast(one => one.Date < lesson.Date || (one.Date == lesson.Date && one.Number < lesson.Number));
        var hours = given.CountBy(one => one.Topic!, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        return NextTopic.In(plan, hours, before?.Topic);
    }

    /// <summary>The homework that the plan has with the lesson's topic, or with the one that is next; null when it has none.</summary>
    public async Task<string?> Homework(CourseId course, Lesson lesson, CancellationToken ct = default)
    {
        var topic = lesson.Topic ?? (await Next(course, lesson, ct))?.Topic;
        if (topic is null)
            return null;

        await using var db = await databases.CreateDbContextAsync(ct);
        return Topics(db, course).FirstOrDefault(one => one.Topic == topic)?.Homework;
    }

    internal static LessonPlan Load(JournalDb db, CourseId course)
    {
        if (db.Set<PlanRow>().AsNoTracking().FirstOrDefault(row => row.Course == course.Value) is not { } plan)
            return LessonPlan.None;

        var approval = db.Set<PlanApprovalRow>().AsNoTracking().FirstOrDefault(row => row.Course == course.Value);
        return new(
            Topics(db, course),
            new(plan.Version, new(plan.By), Moment(plan.At)),
            approval is null ? null : new(approval.Version, approval.Seq, new(approval.By), Moment(approval.At))
        );
    }

    private static ImmutableArray<PlanTopic> Topics(JournalDb db, CourseId course) =>
        [
            .. db.Set<PlanTopicRow>()
                .AsNoTracking()
                .Where(row => row.Course == course.Value)
                .OrderBy(row => row.Number)
                .AsEnumerable()
                .Select(row => new PlanTopic(row.Topic, row.Hours, row.Section, row.Homework, row.Work)),
        ];

    // A lesson lost to the plan took none of its hours, whatever is written in it.
    private static IQueryable<LessonRow> NotLost(IQueryable<LessonRow> lessons) =>
        lessons.Where(row =>
            row.Status != (int)LessonStatus.Cancelled && row.Status != (int)LessonStatus.Moved && row.Status != (int)LessonStatus.Covered
        );

    private static IQueryable<LessonRow> InOrder(JournalDb db, CourseId course) =>
        db.Set<LessonRow>().AsNoTracking().Where(row => row.Course == course.Value).OrderBy(row => row.Date).ThenBy(row => row.Number);

    private static DateTimeOffset Moment(long ticks) => new(ticks, TimeSpan.Zero);
}
