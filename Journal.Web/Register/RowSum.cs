using System.Collections.Immutable;
using Journal.Core.Basics;
using Journal.Core.Register;

namespace Journal.Web.Register;

/// <summary>One mark on its way into an average: what it was given for, its weight × 100, and where it came from when it was carried.</summary>
public sealed record Summand(DateOnly Date, WorkTypeId Type, string? Title, int Weight, CellValue Value, CourseId? From);

/// <summary>A student's marks on a page, the exact average they make and how many of them count.</summary>
public sealed record RowSum(ImmutableArray<Summand> Marks, Fraction? Average, int Count)
{
    public static RowSum Of(JournalPage page, StudentId student)
    {
        var own =
            from one in page.Works.Values
            let work = one.Work
            let value = page.MarkAt(work.Id, student).Value
            where value.First is not null
            let lesson = page.Lessons[work.Lesson]
            orderby lesson.Date, lesson.Number, work.Ordinal
            select new Summand(lesson.Date, work.Type, work.Title, work.Weight, value, null);
        var carried = page
            .Carried.Where(mark => mark.Student == student && mark.Value.First is not null)
            .Select(mark => new Summand(mark.Date, mark.Type, null, mark.Weight, mark.Value, mark.From));
        return Of([.. carried, .. own], page);
    }

    /// <summary>The average if this mark came next, for the question "what if".</summary>
    public Fraction? With(short code, int weight, JournalPage page) =>
        Of(Marks.Add(new Summand(default, default, null, weight, CellValue.Of(code), null)), page).Average;

    private static RowSum Of(ImmutableArray<Summand> marks, JournalPage page)
    {
        var scale = page.Rules.Scale;
        var numbers = marks
            .SelectMany(mark => new[] { mark.Value.First, mark.Value.Second }.Select(code => (Code: code, mark.Weight)))
            .Where(mark => mark.Code is not null)
            .Select(mark => (scale.WithCode(mark.Code!.Value)?.Hundredths, mark.Weight))
            .Where(mark => mark.Hundredths is not null)
            .Select(mark => (new Fraction(mark.Hundredths!.Value, 1), mark.Weight))
            .ToArray();
        return new RowSum(marks, WeightedAverage.Of(numbers), marks.Length);
    }
}
