namespace Journal.Core.Diary;

/// <summary>A kind of work as it is written under a mark, where eleven letters fit: «контр.», «самост.», «диктант».</summary>
public static class ShortTitle
{
    private const int Fits = 8;
    private const int Cut = 6;
    private const string NeverLast = "аеёиоуыэюяьъйaeiouy";

    public static string Of(string title)
    {
        var word = title.Trim().Split(' ', 2)[0].ToLowerInvariant();
        if (word.Length <= Fits)
            return word;

        var end = Cut;
        while (end > 2 && NeverLast.Contains(word[end - 1], StringComparison.Ordinal))
            end--;
        return word[..end] + ".";
    }
}
