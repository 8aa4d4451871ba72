using Journal.Core.Basics;
using Journal.Core.Diary;
using Journal.Core.Notices;

namespace Journal.Core.Access;

/// <summary>What a guardian has told of a child's absences, as of a Seq.</summary>
public sealed record OwnNotices(DiaryReader Reader, long Seq, IReadOnlyList<NoticeCard> All);

public sealed partial class FamilyReadings
{
    /// <summary>How long ago a notice may be over and still be shown to its author; in days.</summary>
    public const int NoticesBack = 60;

    /// <summary>More than stand in any week.</summary>
    public const int MostRead = 100;

    /// <summary>Says that these remarks of the student were in front of this reader. False for whoever is not family; what is no remark counts for nothing.</summary>
    public async Task<bool> Read(PersonId person, StudentId student, IReadOnlyCollection<RemarkId> remarks, CancellationToken ct = default)
    {
        if (remarks.Count > MostRead || Reader(person, student) is not { IsFamily: true })
            return false;

        var theirs = await diaries.RemarksOf(student, ct);
        RemarkId[] asked = [.. remarks.Distinct().Where(theirs.ContainsKey)];
        var before = await ReadBy(person, asked, ct);
        // The first time since it says what it says.
        RemarkId[] read = [.. asked.Where(one => !(before.TryGetValue(one, out var at) && at >= theirs[one]))];
        if (read.Length > 0)
            await reads.Put(person, read, ct);
        return true;
    }

    /// <summary>The notices a guardian has told of the child, the latest days first; null for whoever is no guardian.</summary>
    public async Task<OwnNotices?> OwnNotices(PersonId person, StudentId student, CancellationToken ct = default)
    {
        if (Reader(person, student) is not { MayTell: true } reader)
            return null;

        var seq = await log.Head(ct);
        return new(reader, seq, await notices.By(person, student, clock.Today.AddDays(-NoticesBack), ct));
    }

    private async Task<DiaryWeek> WithUnread(DiaryWeek week, PersonId person, CancellationToken ct)
    {
        RemarkId[] shown = [.. week.Days.SelectMany(day => day.AllRemarks).Select(one => one.Id)];
        if (shown.Length == 0)
            return week;

        var read = await ReadBy(person, shown, ct);
        return week with
        {
            Days =
            [
                .. week.Days.Select(day =>
                    day with
                    {
                        Remarks = Marked(day.Remarks),
                        Lessons = [.. day.Lessons.Select(one => one.Remarks.Count == 0 ? one : one with { Remarks = Marked(one.Remarks) })],
                    }
                ),
            ],
        };

        IReadOnlyList<DiaryRemark> Marked(IReadOnlyList<DiaryRemark> some) =>
            [.. some.Select(one => one with { IsUnread = !(read.TryGetValue(one.Id, out var at) && at >= one.Last.At) })];
    }

    private async Task<Dictionary<RemarkId, DateTimeOffset>> ReadBy(PersonId person, RemarkId[] some, CancellationToken ct) =>
        (await reads.Of(some, ct)).Where(one => one.By == person).ToDictionary(one => one.Remark, one => one.At);
}
