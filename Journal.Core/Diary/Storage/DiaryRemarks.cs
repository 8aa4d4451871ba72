using System.Collections.Immutable;
using Journal.Core.Remarks;

namespace Journal.Core.Diary.Storage;

/// <summary>A student's remarks as the family reads them, under their lessons and days.</summary>
internal sealed class DiaryRemarks(ImmutableArray<RemarkCard> all, long? seen)
{
    private readonly ILookup<Basics.LessonId?, RemarkCard> _byLesson = all.Where(one => !one.IsWithdrawn)
        .ToLookup(one => one.Remark.Lesson);

    public IReadOnlyList<DiaryRemark> Under(Basics.LessonId lesson) => [.. _byLesson[lesson].Select(Of)];

    /// <summary>The class teacher's, of no lesson.</summary>
    public IReadOnlyList<DiaryRemark> On(DateOnly day) => [.. _byLesson[null].Where(one => one.Remark.Date == day).Select(Of)];

    /// <summary>The days of those that are new.</summary>
    public IEnumerable<DateOnly> NewDays =>
        _byLesson.SelectMany(some => some).Where(one => NewsOf(one).Kind != NewsKind.None).Select(one => one.Remark.Date);

    private DiaryRemark Of(RemarkCard one) =>
        new(
            one.Remark.Id,
            one.Remark.Lesson,
            one.Words.Kind,
            one.Words.Text,
            one.Written.By,
            one.Written.At,
            one.Last,
            one.IsCorrected,
            NewsOf(one)
        );

    // What a changed one said before is the staff's to see.
    private News NewsOf(RemarkCard one) =>
        seen is not { } upto || one.Version <= upto ? News.None
        : one.Written.Version > upto ? News.New
        : one.IsCorrected ? new News(NewsKind.Changed)
        : News.None;
}
