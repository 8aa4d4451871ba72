using Journal.Core.Basics;
using Journal.Core.Register;
using Journal.Core.School;

namespace Journal.Core.Diary.Storage;

/// <summary>What the log says of a student's cells since a Seq. Nothing else of the diary is asked of the log.</summary>
internal sealed class StudentNews
{
    public static readonly StudentNews None = new(0, []);

    private readonly long _seen;
    private readonly ILookup<WorkId, CellFact> _marks;
    private readonly ILookup<WorkId, CellFact> _comments;
    private readonly ILookup<LessonId, CellFact> _absences;

    private StudentNews(long seen, IReadOnlyList<Fact> facts)
    {
        _seen = seen;
        _marks = facts.Where(one => one.Work is not null).ToLookup(one => one.Work!.Value, one => one.Value);
        _comments = facts.Where(one => one.Work is not null).ToLookup(one => one.Work!.Value, one => one.Comment!);
        _absences = facts.Where(one => one.Work is null).ToLookup(one => one.Lesson, one => one.Value);
        var touched = facts.Where(one => one.Work is not null && one.Value.Seq > seen).Select(one => one.Work!.Value).Distinct();
        Works = [.. touched.Where(work => OfMark(work).Kind != NewsKind.None)];
    }

    /// <summary>The columns in which something is new.</summary>
    public IReadOnlyList<WorkId> Works { get; }

    public News OfMark(WorkId work) => Of(_marks[work]);

    public bool IsCommentNew(WorkId work) => Of(_comments[work]).Kind is NewsKind.New or NewsKind.Changed;

    public News OfAbsence(LessonId lesson) => Of(_absences[lesson]);

    public static async Task<StudentNews> Load(DiarySource source, StudentLog log, long seen, CancellationToken ct)
    {
        var after = Facts(source, await log.After(source.Student, seen, ct));
        var before = new List<Fact>();
        foreach (var changed in after.Where(one => one.NeedsPast).GroupBy(one => one.Course))
        {
            // Of a year in a subject only these cells.
            var cells = changed.Select(one => one.Cell).ToHashSet();
            var past = await log.Before(source.Student, seen, changed.Key, ct);
            before.AddRange(Facts(source, past.Where(change => CellOf(change) is { } cell && cells.Contains(cell))));
        }

        return new(seen, [.. before, .. after]);
    }

    private News Of(IEnumerable<CellFact> facts) => CellNews.Of([.. facts], _seen, GraceTime.Default);

    // A column's, or a lesson's when it is about an absence.
    private static (WorkId? Work, LessonId? Lesson)? CellOf(Committed change) =>
        change.Event switch
        {
            MarkSet e => (e.Work, null),
            MarkShown e => (e.Work, null),
            AttendanceSet e => (null, e.Lesson),
            AbsenceShown e => (null, e.Lesson),
            _ => null,
        };

    private static List<Fact> Facts(DiarySource source, IEnumerable<Committed> changes) =>
        [.. changes.Select(change => FactOf(source, change)).OfType<Fact>()];

    private static Fact? FactOf(DiarySource source, Committed change) =>
        change.Event switch
        {
            MarkSet e => Mark(source, change, e.Course, (e.Lesson, e.Work), e.Before, e.After, e.Shown),
            // To the family nothing was there before; whether it had seen the mark long ago, only the past can tell.
            MarkShown e => Mark(source, change, e.Course, (e.Lesson, e.Work), CellValue.Empty, e.Value, shown: true) with
            {
                NeedsPast = true,
            },
            AttendanceSet e => Absence(source, change, e.Course, e.Lesson, e.Before, e.After, e.Shown),
            AbsenceShown e => Absence(source, change, e.Course, e.Lesson, AttendanceValue.Empty, e.Value, shown: true),
            _ => null,
        };

    private static Fact Mark(
        DiarySource source,
        Committed change,
        CourseId course,
        (LessonId Lesson, WorkId Work) cell,
        CellValue before,
        CellValue after,
        bool shown
    ) =>
        new(
            course,
            cell.Lesson,
            cell.Work,
            Cell(change, source.Text(before, course.Value), source.Text(after, course.Value), shown),
            Cell(change, Comment(before), Comment(after), shown)
        );

    private static Fact Absence(
        DiarySource source,
        Committed change,
        CourseId course,
        LessonId lesson,
        AttendanceValue before,
        AttendanceValue after,
        bool shown
    ) =>
        new(
            course,
            lesson,
            null,
            Cell(change, TypedAttendance.Text(before, source.Roster.Codes), TypedAttendance.Text(after, source.Roster.Codes), shown),
            null
        );

    private static CellFact Cell(Committed change, string before, string after, bool shown) =>
        new(change.Seq, change.At, change.Actor, before, after, shown);

    private static string Comment(CellValue value) => value is { CommentForFamily: true, Comment: { } comment } ? comment : "";

    private sealed record Fact(CourseId Course, LessonId Lesson, WorkId? Work, CellFact Value, CellFact? Comment)
    {
        /// <summary>Whether it is a change depends on what was there before, and for how long.</summary>
        public bool NeedsPast { get; init; } = Value.Before.Length > 0 || Comment is { Before.Length: > 0 };

        public (WorkId? Work, LessonId? Lesson) Cell => Work is null ? (null, Lesson) : (Work, null);
    }
}
