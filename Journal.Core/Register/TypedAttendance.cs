using System.Globalization;
using Journal.Core.Basics;
using Journal.Core.School;

namespace Journal.Core.Register;

/// <summary>What a person types into an attendance cell: н · б · у · о · о15 · УП, on either layout; nothing means present.</summary>
public static class TypedAttendance
{
    public const int Longest = 8;
    public const int MostMinutes = 90;

    public static Typed<AttendanceValue> Parse(string typed, IReadOnlyCollection<AttendanceCode> codes)
    {
        if (typed.Length > Longest)
            return new ValueTooLong(typed.Length, Longest);

        var text = typed.Trim(' ', '\u00A0');
        if (text.Length == 0)
            return AttendanceValue.Empty;

        var letters = text.TrimEnd("0123456789".ToCharArray());
        int? minutes = letters.Length < text.Length ? int.Parse(text[letters.Length..], CultureInfo.InvariantCulture) : null;
        if (Find(letters.TrimEnd(' ', '\u00A0'), codes) is not { } code)
            return new NotAnAttendanceCode(text);
        if (CheckMinutes(code, minutes) is { } refusal)
            return refusal;

        return new AttendanceValue(code.Id, minutes);
    }

    public static string Text(AttendanceValue value, IEnumerable<AttendanceCode> codes)
    {
        if (value.IsEmpty)
            return "";

        return (codes.FirstOrDefault(code => code.Id == value.Code)?.Letter ?? "?") + value.Minutes?.ToString(CultureInfo.InvariantCulture);
    }

    internal static Refusal? CheckMinutes(AttendanceCode code, int? minutes)
    {
        if (minutes is not { } late)
            return null;
        if (code.Kind != AbsenceKind.Late)
            return new MinutesOnlyWhenLate(code.Letter);

        return late is >= 1 and <= MostMinutes ? null : new MinutesOutOfRange(late, MostMinutes);
    }

    private static AttendanceCode? Find(string letters, IReadOnlyCollection<AttendanceCode> codes) =>
        KeyboardLayout
            .Readings(letters)
            .Select(reading => codes.FirstOrDefault(code => code.Letter.Equals(reading, StringComparison.OrdinalIgnoreCase)))
            .FirstOrDefault(code => code is not null);
}
