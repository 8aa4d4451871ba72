using Journal.Core.Writing;
using Journal.Web.Live;

namespace Journal.Web.Hosting;

/// <summary>How many were turned away since the start, by kind; the names are those of the metrics.</summary>
public sealed class TurnedAwayTally(Lines lines, Turnstile turns, JournalWriter writer)
{
    public IReadOnlyList<(string Why, long Times)> Count() =>
        [
            ("lines-of-account", lines.RefusedForAccount),
            ("lines", lines.RefusedInTotal),
            ("pages", turns.PagesRefused),
            ("writes", turns.WritesRefused),
            ("pace", turns.TooFast),
            ("lane", writer.TimesBusy),
        ];
}
