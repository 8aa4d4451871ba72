using System.Runtime.CompilerServices;
using Journal.Core.Basics;
using Journal.Core.Courses.Storage;
using Journal.Core.Live;
using Journal.Core.Persistence;
using Microsoft.Extensions.Logging;

namespace Journal.Core.Access;

/// <summary>What a listener is told: a change, or to read anew because too much was missed.</summary>
public abstract record Told(long Seq);

public sealed record ToldChange(ChangeTold Change) : Told(Change.Seq);

/// <summary>Something that concerns everybody and nobody in particular.</summary>
public sealed record ToldOfSchool(long Seq) : Told(Seq);

public sealed record ToldToReadAnew(long Seq) : Told(Seq);

/// <summary>
/// Following an audience without a gap: listen first, catch up from the log second, then pass on what is heard after that. The right to hear is
/// looked at before every word and again whenever the school's structure changes; when it is gone the stream ends at once.
/// </summary>
public sealed class LiveStream(
    JournalFeed feed,
    ChangeLog log,
    RosterSource rosters,
    Hearing hearing,
    Telling telling,
    SchoolClock clock,
    ILogger<LiveStream> logger
)
{
    public const int MostCaughtUp = 500;

    /// <summary>Null when this person may not hear the audience; else everything after a Seq, until cancelled or the right is withdrawn.</summary>
    public IAsyncEnumerable<Told>? Follow(PersonId person, Interest interest, long after, CancellationToken ct) =>
        ViewOf(person, interest.Audience) is null ? null : Stream(person, interest, after, ct);

    private async IAsyncEnumerable<Told> Stream(
        PersonId person,
        Interest interest,
        long after,
        [EnumeratorCancellation] CancellationToken ct
    )
    {
        using var following = new Following(rosters, () => MayStillHear(person, interest.Audience), () => hearing.SourcesOf(interest), ct);
        var last = after;
        // A new round: the first one, or one with other sources, or after falling behind.
        while (following.Begin())
        {
            using var listener = feed.Listen([.. following.Sources]);
            await foreach (var told in CatchUp(person, interest, following, last))
            {
                if (following.IsOver)
                    yield break;

                last = told.Seq;
                yield return told;
            }

            while (await Next(listener, following.Token) is { } change && !following.HasMoved())
            {
                if (change.Seq <= last)
                    continue;

                last = change.Seq;
                if (ViewOf(person, interest.Audience) is not { } view)
                    yield break;
                if (Tell(change, interest, view) is { } told)
                    yield return told;
            }
        }
    }

    private async IAsyncEnumerable<Told> CatchUp(PersonId person, Interest interest, Following following, long after)
    {
        if (await Missed(interest, following, after) is not { } missed)
        {
            yield return new ToldToReadAnew(await log.Head(CancellationToken.None));
            yield break;
        }

        foreach (var change in missed)
        {
            if (ViewOf(person, interest.Audience) is { } view && Tell(change, interest, view) is { } told)
                yield return told;
        }
    }

    /// <summary>
    /// Null when it is too much to tell, or when the listener knows more than we do: then the school was restored from a backup. Nothing when the
    /// round has to begin anew.
    /// </summary>
    private async Task<IReadOnlyList<Committed>?> Missed(Interest interest, Following following, long after)
    {
        try
        {
            var ct = following.Token;
            if (await hearing.Read(interest, following.Sources, after, MostCaughtUp + 1, ct) is not { } said)
                return [];

            return said.Changes.Count > MostCaughtUp || after > said.Head ? null : said.Changes;
        }
        catch (OperationCanceledException)
        {
            // Left, or the right was withdrawn: whoever waits looks at that next.
            return [];
        }
    }

    private Told? Tell(Committed change, Interest interest, View view)
    {
        if (interest.WithSchool && change.Event.Concern == Concern.School)
            return new ToldOfSchool(change.Seq);

        return telling.Tell(change, interest.Audience, view, rosters.Current) is { } told ? new ToldChange(told) : null;
    }

    private View? ViewOf(PersonId person, Audience audience) => rosters.Current.ViewOf(person, audience, clock.Today);

    // On a thread of the pool nobody would catch what the roster's reading throws, and the whole school would stop for it.
    private bool MayStillHear(PersonId person, Audience audience)
    {
        try
        {
            return ViewOf(person, audience) is not null;
        }
        catch (Exception failure)
        {
            logger.LogError(failure, "The right to hear an audience could not be looked up, so the line was cut");
            return false;
        }
    }

    private static async ValueTask<Committed?> Next(Listener listener, CancellationToken ct)
    {
        try
        {
            return await listener.Heard.WaitToReadAsync(ct) && listener.Heard.TryRead(out var change) ? change : null;
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }
}
