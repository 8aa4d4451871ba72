namespace Journal.Web.Accounts.Storage;

/// <summary>A session as it survives a restart. The token itself is nowhere: only its SHA-256.</summary>
public sealed class SessionRow
{
    public int Id { get; set; }

    public int AccountId { get; set; }

    public required byte[] TokenHash { get; set; }

    public SessionKind Kind { get; set; }

    /// <summary>UTC ticks, as everywhere in the journal.</summary>
    public long Created { get; set; }

    public long Expires { get; set; }

    public bool SharedComputer { get; set; }

    public string Agent { get; set; } = "";
}
