using System.Globalization;
using Journal.Core.Diary;
using Journal.Web.Texts;

namespace Journal.Web.Diary;

/// <summary>How an average came about, in numbers that can be added up on paper.</summary>
public static class AverageSum
{
    /// <summary>«(5·1 + 4·3 + 5·1) ÷ (1 + 3 + 1) = 22 ÷ 5 = 4,40»; null when nothing counts.</summary>
    public static string? Of(SubjectMarks subject)
    {
        var summands = subject.Summands.ToList();
        if (subject.Average is not { } average)
            return null;

        var sum = summands.Sum(one => one.Hundredths * (decimal)one.Weight) / 10_000;
        var weights = summands.Sum(one => (long)one.Weight);
        return Phrase.With(
            Words.DiarySum,
            string.Join(" + ", summands.Select(one => $"{one.Text}·{DiaryText.Hundredths(one.Weight)}")),
            string.Join(" + ", summands.Select(one => DiaryText.Hundredths(one.Weight))),
            sum.ToString("0.####", CultureInfo.CurrentCulture),
            DiaryText.Hundredths(weights),
            DiaryText.Average(average)
        );
    }
}
