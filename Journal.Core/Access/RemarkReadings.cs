using Journal.Core.Basics;
using Journal.Core.Diary;
using Journal.Core.Remarks;

namespace Journal.Core.Access;

/// <summary>A remark with those of the family who have read it as it stands, and when.</summary>
/// <param name="MayChange">Whether the reader may correct it or take it back.</param>
public sealed record RemarkEntry(RemarkCard Card, IReadOnlyList<RemarkRead> Readers, bool MayChange);

public sealed partial class Readings
{
    /// <summary>A student's remarks in the lessons of a course, the withdrawn too, the latest first; for whoever reads its pages.</summary>
    public async Task<IReadOnlyList<RemarkEntry>?> Remarks(
        PersonId reader,
        CourseId course,
        StudentId student,
        CancellationToken ct = default
    )
    {
        if (!rosters.Current.MayReadCourse(reader, course, clock.Today))
            return null;

        var all = await remarks.Of(student, ct);
        return await Entries(reader, all.Where(one => one.Remark.Course == course), ct);
    }

    /// <summary>Of a class, about days from this one on, the latest first; for whoever reads the class.</summary>
    public async Task<IReadOnlyList<RemarkEntry>?> ClassRemarks(
        PersonId reader,
        ClassId schoolClass,
        DateOnly since,
        CancellationToken ct = default
    ) =>
        rosters.Current.MayReadClass(reader, schoolClass, clock.Today)
            ? await Entries(reader, await remarks.Of(schoolClass, since, ct), ct)
            : null;

    /// <summary>What the remark has said, oldest first; for whoever reads its page or its class.</summary>
    public async Task<IReadOnlyList<Committed>?> RemarkHistory(PersonId reader, RemarkId remark, CancellationToken ct = default)
    {
        if (await remarks.Of(remark, ct) is not { Remark: var known })
            return null;

        var (roster, today) = (rosters.Current, clock.Today);
        if (
            !roster.MayReadClass(reader, known.Class, today) && !(known.Course is { } course && roster.MayReadCourse(reader, course, today))
        )
            return null;

        var all = await log.About(known.Student, RemarkKinds.All, ct);
        return [.. all.Where(change => RemarkRules.Of(change.Event) == remark)];
    }

    private async Task<IReadOnlyList<RemarkEntry>> Entries(PersonId reader, IEnumerable<RemarkCard> cards, CancellationToken ct)
    {
        RemarkCard[] shown = [.. cards.OrderByDescending(one => one.Remark.Date).ThenByDescending(one => one.Written.Version)];
        var read = (await reads.Of([.. shown.Select(one => one.Remark.Id)], ct)).ToLookup(one => one.Remark);
        return
        [
            .. shown.Select(one => new RemarkEntry(
                one,
                [.. read[one.Remark.Id].Where(seen => seen.At >= one.Last.At)],
                MayChange(reader, one)
            )),
        ];
    }

    // A substitute's right is looked up at the door.
    private bool MayChange(PersonId reader, RemarkCard one)
    {
        var (roster, today) = (rosters.Current, clock.Today);
        return !one.IsWithdrawn
            && (
                one.Remark.Course is { } course
                    ? roster.Teaches(reader, course, today) || (one.Written.By == reader && roster.WorksHere(reader, today))
                    : roster.LeadsStudent(reader, one.Remark.Student, today)
            );
    }
}
