namespace Journal.Web.Register.Print;

/// <summary>What stands on every sheet around its table, in the reader's language.</summary>
/// <param name="School">«Школа № 12 · 2026/27 учебный год».</param>
/// <param name="Group">«7Б класс».</param>
/// <param name="Title">«Алгебра, 7Б».</param>
/// <param name="Term">«2 четверть, 9 ноября – 28 декабря».</param>
/// <param name="Printed">When and by whom, of which record of the journal, and the checksum.</param>
public sealed record PrintFrame(
    string School,
    string Group,
    string Subject,
    string Title,
    string TeachersOf,
    string Teachers,
    string Term,
    string Printed
);
