using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Journal.Core.Register;
using Journal.Core.School;
using Journal.Web.Texts;

namespace Journal.Web.Roll;

/// <summary>What roll.js says and reads with.</summary>
internal static class RollWords
{
    private static readonly ConcurrentDictionary<string, string> All = new(StringComparer.Ordinal);
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>One text for all who read it in this language.</summary>
    public static string Json() => All.GetOrAdd(CultureInfo.CurrentUICulture.Name, _ => Make());

    public static string Codes(PageRules rules) =>
        JsonSerializer.Serialize(
            rules.Codes.Select(code => new
            {
                text = code.Letter,
                late = code.Kind == AbsenceKind.Late,
                missed = code.CountsAsMissed,
                kind = Kind(code.Kind),
            }),
            Plain
        );

    // How it looks (roll.css).
    private static string Kind(AbsenceKind kind) =>
        kind switch
        {
            AbsenceKind.Unknown => "un",
            AbsenceKind.Ill => "ill",
            AbsenceKind.Late => "late",
            _ => "ok",
        };

    private static string Make() =>
        JsonSerializer.Serialize(
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["present"] = Words.RollPresent,
                ["sum"] = Words.RollSum,
                ["minutes"] = Words.RollMinutes,
                ["cameWrong"] = Words.RollCameWrong,
                ["troubleFirst"] = Words.RollTroubleFirst,
                ["asBefore"] = Words.RollMarkedAsBefore,
                ["noBefore"] = Words.RollNoBefore,
                ["waiting"] = Words.StateWaiting,
                ["clash"] = Words.StateClash,
                ["refused"] = Words.StateRefused,
                ["failed"] = Words.GridFailed,
                ["offline"] = Words.GridOffline,
                ["otherAccount"] = Words.AgainOtherAccount,
                ["somebody"] = Words.GridSomebody,
            },
            Plain
        );
}
