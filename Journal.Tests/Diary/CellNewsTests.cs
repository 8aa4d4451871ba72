using Journal.Core.Basics;
using Journal.Core.Diary;
using Journal.Core.School;

namespace Journal.Tests.Diary;

/// <summary>What is new to a family, told as rows: facts as "author minute before→after", those of a hidden column in brackets, "|" the last visit.</summary>
public sealed class CellNewsTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 20, 7, 0, 0, TimeSpan.Zero);

    [Theory]
    // Nothing happened since.
    [InlineData("", "none")]
    [InlineData("A0 →5 |", "none")]
    [InlineData("A0 →5, A1 5→4 |", "none")]
    // A mark that was not there.
    [InlineData("| A0 →5", "new")]
    [InlineData("A0 →5, A60 5→ | A99 →4", "new")]
    [InlineData("| A0 →5, A1 5→4", "new")]
    [InlineData("| A0 →5, A60 5→4", "new")]
    [InlineData("| A0 →5, B1 5→4", "new")]
    // It came and went, or everything is as it was.
    [InlineData("| A0 →5, A1 5→", "none")]
    [InlineData("| A0 →5, B60 5→", "none")]
    [InlineData("A0 →5 | A60 5→4, A61 4→5", "none")]
    // A change, by whomever and whenever.
    [InlineData("A0 →3 | A60 3→4", "changed 3")]
    [InlineData("A0 →3 | A11 3→4", "changed 3")]
    [InlineData("A0 →3 | B1 3→4", "changed 3")]
    [InlineData("A0 →3 | A60 3→4, A61 4→5", "changed 3")]
    [InlineData("A0 →3, A60 3→4 | A61 4→5", "changed 4")]
    [InlineData("A0 →4 | A60 4→4/5", "changed 4")]
    // The teacher's own slip, put right in time: what is right is new, the slip is never shown.
    [InlineData("A0 →2 | A5 2→5", "new")]
    [InlineData("A0 →2 | A10 2→5", "new")]
    [InlineData("A0 →2 | A5 2→", "none")]
    [InlineData("A0 →2 | A3 2→, A4 →5", "new")]
    [InlineData("A0 →2 | A5 2→3, A60 3→4", "changed 3")]
    [InlineData("A0 →2 | A5 2→3, A60 3→", "removed 3")]
    [InlineData("A0 →2 | A5 2→3, A60 3→2", "none")]
    // A chain of corrections does not stretch the time.
    [InlineData("A0 →2, A8 2→3 | A15 3→4", "changed 3")]
    // A mark that is gone.
    [InlineData("A0 →3 | A60 3→", "removed 3")]
    [InlineData("A0 →3 | B1 3→", "removed 3")]
    // A column is shown after checking: then it is new, whenever it was filled.
    [InlineData("(A0 →3) |", "none")]
    [InlineData("(A0 →3) | (A1 3→4)", "none")]
    [InlineData("(A0 →3) | A60 →3", "new")]
    [InlineData("(A0 →3), A60 →3 | A65 3→4", "new")]
    [InlineData("(A0 →3), A60 →3 | A75 3→4", "changed 3")]
    // Hidden, changed and shown again is a change, and correcting it at once makes it none the less one.
    [InlineData("A0 →3 | (A60 3→4), A61 →4", "changed 3")]
    [InlineData("A0 →3 | (A60 3→4), A61 →4, A62 4→5", "changed 3")]
    // Of a past that is not known nothing is excused.
    [InlineData("| A5 3→4", "changed 3")]
    public void What_a_family_is_told_of_a_cell(string life, string told) => Assert.Equal(told, Tell(life));

    private static string Tell(string life)
    {
        var seen = 0L;
        var facts = new List<CellFact>();
        foreach (var word in life.Replace("|", ",|,").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (word == "|")
                seen = facts.Count;
            else
                facts.Add(Fact(facts.Count + 1, word));
        }

        var news = CellNews.Of(facts, seen, GraceTime.Default);
        return $"{news.Kind.ToString().ToLowerInvariant()} {news.Was}".TrimEnd();
    }

    private static CellFact Fact(long seq, string word)
    {
        var text = word.Trim('(', ')');
        var space = text.IndexOf(' ');
        var values = text[(space + 1)..].Split('→');
        return new(
            seq,
            Start.AddMinutes(int.Parse(text[1..space])),
            new PersonId(text[0]),
            values[0],
            values[1],
            Shown: !word.StartsWith('(')
        );
    }
}
