using System.Globalization;
using System.Text;
using Journal.Core.Basics;
using Journal.Core.School;

namespace Journal.Core.Register;

/// <summary>The same demands as on a typed text, for a value that came as codes from another client.</summary>
public static class CellRules
{
    public const int LongestComment = 500;

    public static Refusal? Check(CellValue value, MarkScale scale)
    {
        if (value.First is null && value.Second is not null || !value.Due && value.DueBy is not null)
            return new ValueIncomplete();

        return Check(value.First, scale) ?? Check(value.Second, scale) ?? CheckComment(value);
    }

    public static Refusal? Check(AttendanceValue value, IEnumerable<AttendanceCode> codes)
    {
        if (value.IsEmpty)
            return null;
        if (codes.FirstOrDefault(code => code.Id == value.Code) is not { } code)
            return value.Code is { } unknown
                ? new NotAnAttendanceCode(unknown.Value.ToString(CultureInfo.InvariantCulture))
                : new ValueIncomplete();

        return TypedAttendance.CheckMinutes(code, value.Minutes);
    }

    private static Refusal? Check(short? code, MarkScale scale)
    {
        if (code is not { } asked)
            return null;
        if (scale.WithCode(asked) is not { } value)
            return new NotOnTheScale(asked.ToString(CultureInfo.InvariantCulture), scale.Id);
        if (value.TermOnly)
            return new OnlyForTerm(value.Text, scale.Id);

        return value.InUse ? null : new ValueNotInUse(value.Text, scale.Id);
    }

    private static Refusal? CheckComment(CellValue value)
    {
        if (value.Comment is not { } comment)
            return value.CommentForFamily ? new ValueIncomplete() : null;
        if (comment.Length > LongestComment)
            return new CommentTooLong(comment.Length, LongestComment);
        // An empty comment is no comment: two spellings of one value would differ for ever.
        if (string.IsNullOrWhiteSpace(comment))
            return new ValueIncomplete();

        return IsReadable(comment) ? null : new CommentUnreadable();
    }

    internal static bool IsReadable(string text) => text.EnumerateRunes().All(IsReadable);

    // A broken surrogate pair would come back from the log as another text.
    private static bool IsReadable(Rune letter) =>
        letter != Rune.ReplacementChar && (!Rune.IsControl(letter) || letter.Value is '\n' or '\r' or '\t');
}
