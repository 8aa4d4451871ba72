using Journal.Web.Accounts;
using Journal.Web.Hosting;

namespace Journal.Web.Live;

/// <summary>Why there is no room for one more line.</summary>
public enum LineRefusal
{
    /// <summary>This account has as many pages open as one person may.</summary>
    Account,

    /// <summary>The server carries as many as it can.</summary>
    Total,
}

/// <summary>
/// The living lines of all open pages and the pages kept for them. Who would be one too many is refused at the door; who confirms nothing of
/// what is drawn is cut off, or a page would be kept for it for ever.
/// </summary>
public sealed class Lines : IDisposable
{
    /// <summary>
    /// A browser confirms a drawing at once. One that has lost its network is silent, which ends a line sooner than this: it is not meant here.
    /// </summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(40);

    public static readonly TimeSpan Every = TimeSpan.FromSeconds(5);

    /// <summary>How many pages of an account are kept, with a line and without, for each line it may have.</summary>
    private const int KeptForALine = 3;

    private readonly Lock _gate = new();
    private readonly HashSet<Line> _open = [];
    private readonly Dictionary<int, Account> _accounts = [];
    private readonly int _most;
    private readonly int _mostOfAnAccount;
    private readonly ITimer _look;

    public Lines(JournalOptions options, TimeProvider clock)
    {
        (_most, _mostOfAnAccount) = (options.Lines, options.LinesPerAccount);
        _look = clock.CreateTimer(_ => CutSlow(), null, Every, Every);
    }

    /// <summary>Lines that are up.</summary>
    public int Open
    {
        get
        {
            lock (_gate)
                return _open.Count;
        }
    }

    /// <summary>Lines on which a drawing is not confirmed yet.</summary>
    public int Owing
    {
        get
        {
            lock (_gate)
                return _open.Count(line => line.OwesFor(TimeSpan.MinValue));
        }
    }

    /// <summary>Pages in memory, with a line or waiting for it to come back.</summary>
    public int Kept { get; private set; }

    public long RefusedForAccount { get; private set; }

    public long RefusedInTotal { get; private set; }

    public long CutAsSlow { get; private set; }

    /// <summary>Null when there is room; then the line counts until it leaves.</summary>
    public LineRefusal? Enter(Line line)
    {
        lock (_gate)
        {
            if (Knock(line.Session) is { } refusal)
                return refusal;

            _open.Add(line);
            Of(line.Session).Open++;
            return null;
        }
    }

    /// <summary>Before it comes, a line may ask whether it may, and so may a page that would have one. Who is refused does not come.</summary>
    public LineRefusal? Knock(Session session)
    {
        lock (_gate)
        {
            var refusal = WhyNot(session);
            if (refusal == LineRefusal.Account)
                RefusedForAccount++;
            else if (refusal == LineRefusal.Total)
                RefusedInTotal++;

            return refusal;
        }
    }

    public void Leave(Line line)
    {
        line.End();
        lock (_gate)
        {
            if (!_open.Remove(line))
                return;

            Of(line.Session).Open--;
            Forget(line.Session);
        }
    }

    /// <summary>A page has been made and is kept, whether its line is up or not.</summary>
    public void Keep(Session session)
    {
        lock (_gate)
        {
            Of(session).Kept++;
            Kept++;
        }
    }

    public void LetGo(Session session)
    {
        lock (_gate)
        {
            Of(session).Kept--;
            Kept--;
            Forget(session);
        }
    }

    public void Dispose() => _look.Dispose();

    private LineRefusal? WhyNot(Session session)
    {
        if (_open.Count >= _most)
            return LineRefusal.Total;
        // Everybody plays the people of a demonstration.
        if (session.Demo)
            return null;

        var (open, kept) = _accounts.TryGetValue(session.AccountId, out var mine) ? (mine.Open, mine.Kept) : (0, 0);
        return open >= _mostOfAnAccount || kept >= _mostOfAnAccount * KeptForALine ? LineRefusal.Account : null;
    }

    private void CutSlow()
    {
        Line[] slow;
        lock (_gate)
        {
            slow = [.. _open.Where(line => !line.WasCut && line.OwesFor(Patience))];
            CutAsSlow += slow.Length;
        }

        foreach (var line in slow)
            line.Cut();
    }

    private Account Of(Session session) =>
        _accounts.TryGetValue(session.AccountId, out var known) ? known : _accounts[session.AccountId] = new Account();

    private void Forget(Session session)
    {
        if (_accounts.TryGetValue(session.AccountId, out var known) && known is { Open: 0, Kept: 0 })
            _accounts.Remove(session.AccountId);
    }

    private sealed class Account
    {
        public int Open { get; set; }

        public int Kept { get; set; }
    }
}
