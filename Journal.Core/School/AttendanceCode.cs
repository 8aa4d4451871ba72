using System.Collections.Immutable;
using Journal.Core.Basics;

namespace Journal.Core.School;

public enum AbsenceKind
{
    Unknown,
    Valid,
    Ill,
    Late,
    Exempt,
    SchoolEvent,
}

/// <summary>What may stand in an attendance cell: a table of the school. An empty PrintAs is left out of the printed journal.</summary>
public sealed record AttendanceCode(
    AttendanceCodeId Id,
    string Letter,
    string Title,
    AbsenceKind Kind,
    bool CountsAsMissed,
    string PrintAs
);

/// <summary>The codes a new school starts with: ours, or those its teachers know from the former system (domain §4).</summary>
public static class AttendancePresets
{
    public static ImmutableArray<AttendanceCode> Default { get; } =
    [
        Missed(1, "н", "причина не указана", AbsenceKind.Unknown),
        Missed(2, "б", "болезнь", AbsenceKind.Ill),
        Missed(3, "у", "уважительная причина", AbsenceKind.Valid),
        Late(4, "о"),
    ];

    public static ImmutableArray<AttendanceCode> FormerDnevnik { get; } =
    [
        Missed(1, "н", "причина не указана", AbsenceKind.Unknown),
        Missed(2, "б", "болезнь", AbsenceKind.Ill),
        Missed(3, "п", "пропуск по уважительной причине", AbsenceKind.Valid),
        Late(4, "о"),
    ];

    public static ImmutableArray<AttendanceCode> FormerNetSchool { get; } =
    [
        Missed(1, "н", "причина не указана", AbsenceKind.Unknown),
        Missed(2, "б", "болезнь", AbsenceKind.Ill),
        Missed(3, "УП", "уважительная причина", AbsenceKind.Valid),
        Late(4, "ОП"),
    ];

    public static ImmutableArray<ImmutableArray<AttendanceCode>> All { get; } = [Default, FormerDnevnik, FormerNetSchool];

    private static AttendanceCode Missed(int id, string letter, string title, AbsenceKind kind) =>
        new(new AttendanceCodeId(id), letter, title, kind, CountsAsMissed: true, PrintAs: letter);

    private static AttendanceCode Late(int id, string letter) =>
        new(new AttendanceCodeId(id), letter, "опоздание", AbsenceKind.Late, CountsAsMissed: false, PrintAs: "");
}
