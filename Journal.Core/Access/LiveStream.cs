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

public sealed record ToldToReadAnew(long Seq) : Told(Seq);

/// <summary>
/// Following an audience without a gap: listen first, catch up from the log second, then pass on what is heard after that. The right to hear is
/// looked at before every word and again whenever the school's structure changes; when it is gone the stream ends at once.
/// </summary>
public sealed class LiveStream(
    JournalFeed feed,
    ChangeLog log,
    RosterSource rosters,
    Telling telling,
    SchoolClock clock,
    ILogger<LiveStream> logger
)
{
    public const int MostCaughtUp = 500;

    /// <summary>Null when this person may not hear the audience; else everything after a Seq, until cancelled or the right is withdrawn.</summary>
    public IAsyncEnumerable<Told>? Follow(PersonId person, Audience audience, long after, CancellationToken ct) =>
        ViewOf(person, audience) is null ? null : Stream(person, audience, after, ct);

    private async IAsyncEnumerable<Told> Stream(
        PersonId person,
        Audience audience,
        long after,
        [EnumeratorCancellation] CancellationToken ct
    )
    {
        using var withdrawn = CancellationTokenSource.CreateLinkedTokenSource(ct);
        void Look(object? sender, EventArgs e) => ThreadPool.QueueUserWorkItem(_ => CancelIfNotAllowed(person, audience, withdrawn));
        rosters.Changed += Look;
        try
        {
            // The right may have gone between the asking and the first look at the roster.
            CancelIfNotAllowed(person, audience, withdrawn);
            var last = after;
            while (!withdrawn.IsCancellationRequested)
            {
                using var listener = feed.Listen(audience);
                await foreach (var told in CatchUp(person, audience, last, withdrawn.Token))
                {
                    if (withdrawn.IsCancellationRequested)
                        yield break;

                    last = told.Seq;
                    yield return told;
                }

                while (await Next(listener, withdrawn.Token) is { } change)
                {
                    if (change.Seq <= last)
                        continue;

                    last = change.Seq;
                    if (ViewOf(person, audience) is not { } view)
                        yield break;
                    if (telling.Tell(change, view, rosters.Current) is { } told)
                        yield return new ToldChange(told);
                }

                if (!listener.FellBehind)
                    yield break;
            }
        }
        finally
        {
            rosters.Changed -= Look;
        }
    }

    private async IAsyncEnumerable<Told> CatchUp(
        PersonId person,
        Audience audience,
        long after,
        [EnumeratorCancellation] CancellationToken ct
    )
    {
        var missed = await Missed(audience, after, ct);
        if (missed is null)
        {
            yield return new ToldToReadAnew(await log.Head(CancellationToken.None));
            yield break;
        }

        foreach (var change in missed)
        {
            if (ViewOf(person, audience) is { } view && telling.Tell(change, view, rosters.Current) is { } told)
                yield return new ToldChange(told);
        }
    }

    /// <summary>
    /// Null when it is too much to tell, or when the listener knows more than we do: then the school was restored from a backup.
    /// </summary>
    private async Task<IReadOnlyList<Committed>?> Missed(Audience audience, long after, CancellationToken ct)
    {
        try
        {
            var missed = await log.Read(audience, after, MostCaughtUp + 1, ct);
            return missed.Count > MostCaughtUp || (missed.Count == 0 && after > await log.Head(ct)) ? null : missed;
        }
        catch (OperationCanceledException)
        {
            // Left, or the right was withdrawn: whoever waits looks at that next.
            return [];
        }
    }

    private View? ViewOf(PersonId person, Audience audience) => rosters.Current.ViewOf(person, audience, clock.Today);

    private void CancelIfNotAllowed(PersonId person, Audience audience, CancellationTokenSource withdrawn)
    {
        try
        {
            if (!MayStillHear(person, audience))
                withdrawn.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // The stream ended by itself meanwhile.
        }
    }

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
