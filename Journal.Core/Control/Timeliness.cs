using Journal.Core.Basics;
using Journal.Core.School;

namespace Journal.Core.Control;

/// <summary>A record with its deadline and the moment it was first made; a correction does not make it late.</summary>
/// <param name="Due">Null where the countdown sleeps: such a record is not due.</param>
/// <param name="Made">Null while it is owed.</param>
public sealed record JudgedRecord(PersonId Teacher, ClassId Class, RecordKind Kind, DateTimeOffset? Due, DateTimeOffset? Made)
{
    public bool IsInTime => Made <= Due;

    /// <summary>Made, or its time is over: what has time left and is not made yet counts neither way.</summary>
    public bool IsDue(DateTimeOffset now) => Due is not null && (Made is not null || Due < now);
}

/// <summary>Своевременность of a teacher in a class (domain §6).</summary>
public sealed record TimelinessRow(PersonId Teacher, ClassId Class, int InTime, int Due)
{
    public Fraction Percent => new(100L * InTime, Due);
}

public static class Timeliness
{
    /// <summary>By teacher and class; those of whom nothing was due have no row.</summary>
    public static IReadOnlyList<TimelinessRow> Of(IEnumerable<JudgedRecord> records, DateTimeOffset now) =>
        [
            .. from record in records
            where record.IsDue(now)
            group record by (record.Teacher, record.Class) into one
            orderby one.Key.Teacher.Value, one.Key.Class.Value
            select new TimelinessRow(one.Key.Teacher, one.Key.Class, one.Count(record => record.IsInTime), one.Count()),
        ];
}
