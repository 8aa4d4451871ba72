using Journal.Core.Basics;
using Microsoft.AspNetCore.Identity;

namespace Journal.Web.Accounts;

/// <summary>A login. Who the person is and what they may do stands in the journal (Roster), never here.</summary>
public sealed class Account : IdentityUser<int>
{
    public PersonId PersonId { get; set; }

    /// <summary>S1 4.3: a compromised account is frozen; it signs in no more and its sessions end.</summary>
    public bool Frozen { get; set; }

    /// <summary>"ru" or "en"; none means what the browser asks for.</summary>
    public string? Language { get; set; }

    /// <summary>Where Enter leads in the grade grid: down the column, or right along the row.</summary>
    public bool EnterRight { get; set; }

    /// <summary>One of the invented people; such an account in a real school's folder keeps the program from starting.</summary>
    public bool Demo { get; set; }
}
