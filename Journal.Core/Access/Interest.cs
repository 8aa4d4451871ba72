using System.Runtime.InteropServices;
using Journal.Core.Live;

namespace Journal.Core.Access;

/// <summary>
/// What somebody follows: an audience, and with it what concerns the whole school, where a page shows something of that too. One stream for both,
/// because a second one would cost every open page as much as the first.
/// </summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Interest(Audience Audience, bool WithSchool = false)
{
    public static implicit operator Interest(Audience audience) => new(audience);
}
