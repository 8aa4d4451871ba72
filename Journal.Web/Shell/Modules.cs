using Microsoft.AspNetCore.Components;

namespace Journal.Web.Shell;

/// <summary>
/// The scripts of a staff page that import each other. Each is served under a name that changes with it and may be kept for ever; the import map
/// leads from the names in the source to those. What a page will need is named in its head, or the browser would find it one import after the other.
/// </summary>
public static class Modules
{
    /// <summary>The grid and everything it imports.</summary>
    public static readonly IReadOnlyList<string> Grid =
    [
        "grid.js",
        "cell-pops.js",
        "cells.js",
        "clipboard.js",
        "command-id.js",
        "cursor.js",
        "editor.js",
        "grid-keys.js",
        "grid-mouse.js",
        "grid-place.js",
        "lessons.js",
        "make-ups.js",
        "outbox-store.js",
        "outbox.js",
        "pad.js",
        "pops.js",
        "says.js",
        "sheet.js",
        "sign-in-again.js",
        "template.js",
        "typed.js",
        "watchers.js",
        "when.js",
        "wishes.js",
    ];

    /// <summary>The roll and everything it imports.</summary>
    public static readonly IReadOnlyList<string> Roll =
    [
        "roll.js",
        "command-id.js",
        "outbox-store.js",
        "outbox.js",
        "pops.js",
        "roll-keys.js",
        "roll-minutes.js",
        "sign-in-again.js",
        "template.js",
        "typed.js",
        "when.js",
        "wishes.js",
    ];

    /// <summary>The homework form and everything it imports.</summary>
    public static readonly IReadOnlyList<string> Homework = ["homework.js", "bring.js", "drafts.js", "when.js"];

    /// <summary>The keys of the lesson plan.</summary>
    public static readonly IReadOnlyList<string> Plan = ["plan.js"];

    public static ImportMapDefinition Map(ResourceAssetCollection assets) =>
        new(
            Grid.Union(Roll, StringComparer.Ordinal)
                .Union(Homework, StringComparer.Ordinal)
                .Union(Plan, StringComparer.Ordinal)
                .ToDictionary(name => $"./{name}", name => $"./{assets[name]}", StringComparer.Ordinal),
            scopes: null,
            integrity: null
        );
}
