using System.Collections.Concurrent;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Journal.Core.Register;
using Journal.Core.School;
using Journal.Web.Texts;

namespace Journal.Web.Register;

/// <summary>What grid.js says and reads with: words of the reader's language, the scale and the absence codes of the page.</summary>
internal static class GridWords
{
    private static readonly ConcurrentDictionary<string, string> All = new(StringComparer.Ordinal);
    private static readonly ConditionalWeakTable<PageRules, RuleWords> OfRules = [];
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>One text for all who read it in this language.</summary>
    public static string Json() => All.GetOrAdd(CultureInfo.CurrentUICulture.Name, _ => Make());

    private static string Make() =>
        JsonSerializer.Serialize(
            new Dictionary<string, object>(StringComparer.Ordinal)
            {
                ["empty"] = Words.GridEmpty,
                ["nothing"] = Words.GridNothing,
                ["holds"] = Words.GridHolds,
                ["before"] = Words.GridBefore,
                ["due"] = Words.GridDueBy,
                ["forFamily"] = Words.CommentFamily,
                ["forStaff"] = Words.CommentStaff,
                ["editor"] = Words.GridEditor,
                ["saved"] = Words.StateSaved,
                ["waiting"] = Words.StateWaiting,
                ["clash"] = Words.StateClash,
                ["refused"] = Words.StateRefused,
                ["failed"] = Words.GridFailed,
                ["offline"] = Words.GridOffline,
                ["notMadeUp"] = Words.GridNotMadeUp,
                ["somebody"] = Words.GridSomebody,
                ["lesson"] = Words.WorkLesson,
                ["noMark"] = Words.FillNoMark,
                ["noHomework"] = Words.HomeworkNone,
                ["otherAccount"] = Words.AgainOtherAccount,
                ["pasteTooLarge"] = Words.PasteTooLarge,
                ["pasteOutside"] = Words.PasteOutside,
                ["bad"] = new Dictionary<string, string>(StringComparer.Ordinal)
                {
                    ["not-on-the-scale"] = Words.BadNotOnScale,
                    ["only-for-term"] = Words.BadOnlyForTerm,
                    ["value-not-in-use"] = Words.BadNotInUse,
                    ["too-many-marks"] = Words.BadTooManyMarks,
                    ["minutes-only-when-late"] = Words.BadMinutesOnlyLate,
                    ["minutes-out-of-range"] = Words.BadMinutes,
                    ["value-too-long"] = Words.BadTooLong,
                },
                ["closed"] = new Dictionary<string, string>(StringComparer.Ordinal)
                {
                    ["read-only"] = Words.ClosedReadOnly,
                    ["not-given"] = Words.ClosedNotGiven,
                    ["outside"] = Words.ClosedOutside,
                    ["term-closed"] = Words.ClosedTerm,
                    ["marks-off"] = Words.ClosedMarksOff,
                    ["no-marks"] = Words.ClosedNoMarks,
                },
            },
            Plain
        );

    /// <summary>Made once: every drawing of a page asks for them.</summary>
    public static RuleWords Of(PageRules rules) => OfRules.GetValue(rules, static one => new(Scale(one), Codes(one), AbsentLetter(one)));

    private static string Scale(PageRules rules) =>
        JsonSerializer.Serialize(
            rules.Scale.Values.Select(value => new
            {
                text = value.Text,
                number = value.Hundredths,
                use = Use(value),
            }),
            Plain
        );

    private static string Codes(PageRules rules) =>
        JsonSerializer.Serialize(rules.Codes.Select(code => new { text = code.Letter, late = code.Kind == AbsenceKind.Late }), Plain);

    private static string? AbsentLetter(PageRules rules) => rules.Codes.FirstOrDefault(code => code.Kind == AbsenceKind.Unknown)?.Letter;

    private static object Use(ScaleValue value) =>
        value.TermOnly ? "term"
        : value.InUse ? true
        : "off";
}

/// <summary>Scale and absence codes as JSON, in no language.</summary>
/// <param name="AbsentLetter">What a projector shows in place of every reason.</param>
internal sealed record RuleWords(string Scale, string Codes, string? AbsentLetter);
