using System.Text.Json.Serialization;
using Journal.Core.Basics;

namespace Journal.Core.Register;

/// <summary>The whole value of a mark cell: up to two marks («4/5»), a due mark («точка») and a comment. Codes are those of the scale.</summary>
public sealed record CellValue(short? First, short? Second, bool Due, DateOnly? DueBy, string? Comment, bool CommentForFamily)
{
    public static readonly CellValue Empty = new(null, null, Due: false, null, null, CommentForFamily: false);

    [JsonIgnore]
    public bool IsEmpty => this == Empty;

    public static CellValue Of(short first, short? second = null) => Empty with { First = first, Second = second };
}

/// <summary>The whole value of an attendance cell; empty means present.</summary>
public sealed record AttendanceValue(AttendanceCodeId? Code, int? Minutes)
{
    public static readonly AttendanceValue Empty = new(null, null);

    [JsonIgnore]
    public bool IsEmpty => this == Empty;
}
