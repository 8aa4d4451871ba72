using System.Globalization;
using Journal.Core.Diary;
using Journal.Core.School;

namespace Journal.Tests.Diary;

/// <summary>What a family is told of a cell's past: facts as "author minute before→after", those of a hidden column in brackets.</summary>
public sealed class MarkEntriesTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 20, 7, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("", "")]
    [InlineData("A0 →5", "A0 5")]
    [InlineData("A0 →3, A60 3→4", "A0 3, A60 4")]
    [InlineData("A0 →3, B1 3→4", "A0 3, B1 4")]
    [InlineData("A0 →3, A60 3→", "A0 3, A60 –")]
    [InlineData("A0 →3, A60 3→, A99 →4", "A0 3, A60 –, A99 4")]
    // The own slip: only what was meant, from the moment it was put; taken back in time it never was.
    [InlineData("A0 →2, A5 2→5", "A0 5")]
    [InlineData("A0 →2, A10 2→5", "A0 5")]
    [InlineData("A0 →2, A5 2→", "")]
    [InlineData("A0 →2, A3 2→, A4 →5", "A4 5")]
    [InlineData("A0 →2, A5 2→3, A60 3→4", "A0 3, A60 4")]
    // A late change may be a slip as well; back at once it was none.
    [InlineData("A0 →3, A60 3→2, A61 2→4", "A0 3, A60 4")]
    [InlineData("A0 →3, A60 3→2, A61 2→3", "A0 3")]
    [InlineData("A0 →3, A60 3→, A61 →3", "A0 3")]
    // A chain does not stretch the time, nor is a colleague's mark an own slip.
    [InlineData("A0 →2, A8 2→3, A15 3→4", "A0 3, A15 4")]
    [InlineData("A0 →2, B1 2→3, A2 3→4", "A0 2, B1 3, A2 4")]
    // Only a comment was changed.
    [InlineData("A0 →5, A60 5→5", "A0 5")]
    // While the column is hidden nothing is told; shown, it is as if put then.
    [InlineData("(A0 →3)", "")]
    [InlineData("(A0 →3), (A60 3→4), A99 →4", "A99 4")]
    [InlineData("A0 →3, (A60 3→4), A99 →4", "A0 3, A99 4")]
    [InlineData("A0 →3, A99 →3", "A0 3")]
    public void The_familys_story_of_a_cell(string facts, string told)
    {
        var entries = MarkEntries.Of(facts.Split(", ", StringSplitOptions.RemoveEmptyEntries).Select(Fact), GraceTime.Default);

        Assert.Equal(told, string.Join(", ", entries.Select(Told)));
    }

    private static CellFact Fact(string text, int at)
    {
        var shown = text[0] != '(';
        var (who, what) = text.Trim('(', ')').Split(' ') is [var first, var second] ? (first, second) : throw new FormatException(text);
        var (before, after) = (what.Split('→')[0], what.Split('→')[1]);
        var minute = int.Parse(who[1..], CultureInfo.InvariantCulture);
        return new(at + 1, Start.AddMinutes(minute), new(who[0]), before, after, shown);
    }

    private static string Told(MarkEntry entry) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{(char)entry.By.Value}{(entry.At - Start).TotalMinutes:0} {(entry.Value.Length == 0 ? "–" : entry.Value)}"
        );
}
