using System.Collections.Immutable;
using Journal.Core.Lessons;

namespace Journal.Web.Plan;

/// <summary>Topics that could take the place of the plan: out of a file, of a parallel class, of an earlier day. Nothing is written yet.</summary>
/// <param name="Title">Where they come from.</param>
/// <param name="Act">What the button says that writes them.</param>
/// <param name="Note">What whoever presses it should know; null when there is nothing.</param>
public sealed record PlanOffer(string Title, ImmutableArray<PlanTopic> Topics, string Act, string? Note = null);

/// <summary>What is open above the table.</summary>
public enum PlanPanel
{
    None,
    Import,
    Copy,
    History,
}
