using Journal.Core.Basics;

namespace Journal.Core.Live;

/// <summary>How many listen to the feed and how many have fallen behind, asked of the feed when somebody looks.</summary>
public static class FeedMeter
{
    public static JournalFeed Measured(this JournalFeed feed, JournalMeter meter)
    {
        meter.Meter.CreateObservableGauge("journal.feed.listeners", () => feed.Listeners, "{listener}", "Who follows an audience now.");
        meter.Meter.CreateObservableCounter(
            "journal.feed.overflows",
            () => feed.Overflows,
            "{listener}",
            "Listeners that fell behind and had to read anew."
        );
        return feed;
    }
}
