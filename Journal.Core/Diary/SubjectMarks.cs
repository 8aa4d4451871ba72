using Journal.Core.Basics;
using Journal.Core.Courses;
using Journal.Core.Register;
using Journal.Core.School;

namespace Journal.Core.Diary;

/// <summary>A student's marks of a term, subject by subject, as of a Seq.</summary>
public sealed record SubjectsOfTerm(
    StudentId Student,
    long Seq,
    IReadOnlyList<Term> Terms,
    Term? Term,
    IReadOnlyList<SubjectMarks> Subjects
);

/// <summary>One subject in one term: its marks in order, those from a former group among them.</summary>
public sealed record SubjectMarks(CourseId Course, string Subject, MarkScale Scale, IReadOnlyList<SubjectMark> Marks)
{
    /// <summary>Exact; null when nothing counts yet.</summary>
    public Fraction? Average => AverageOf(Marks.Count);

    /// <summary>The average as it was when so many of the marks were there.</summary>
    public Fraction? AverageOf(int first) => WeightedAverage.Of(Marks.Take(first).Select(mark => mark.Cell), Scale);

    /// <summary>What the average is made of: every number with its weight, in order.</summary>
    public IEnumerable<(string Text, int Hundredths, int Weight)> Summands =>
        from mark in Marks
        from number in mark.NumbersOn(Scale)
        select (number.Text, number.Hundredths!.Value, mark.Weight);
}

/// <param name="Origin">The group it came from, when that is not the present one.</param>
public sealed record SubjectMark(
    WorkId Work,
    DateOnly Date,
    string WorkType,
    string Sign,
    string? Title,
    int Weight,
    CellValue Value,
    string Text,
    string? Origin,
    News News
)
{
    public CountedCell Cell => new(Work, Weight, Value);

    /// <summary>The marks that have a number on the scale: only these enter an average.</summary>
    public IEnumerable<ScaleValue> NumbersOn(MarkScale scale) =>
        new[] { Value.First, Value.Second }
            .OfType<short>()
            .Select(code => scale.WithCode(code))
            .OfType<ScaleValue>()
            .Where(value => value.Hundredths is not null);
}
