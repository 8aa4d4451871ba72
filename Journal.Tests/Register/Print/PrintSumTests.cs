using System.Text.RegularExpressions;
using Journal.Core.Register;
using Journal.Tests.Support;
using Journal.Web.Register.Print;
using static Journal.Tests.Support.SmallSchoolFacts;

namespace Journal.Tests.Register.Print;

/// <summary>The checksum tells whether two sheets are of the same page in the same state.</summary>
public sealed class PrintSumTests : IAsyncDisposable
{
    private readonly PaperSchool _paper = new();

    public PrintSumTests() => Language.Is("ru");

    private string Sum => SumOf(_paper.Algebra);

    [Fact]
    public async Task It_is_the_same_whoever_prints_whenever_and_in_which_language()
    {
        await _paper.Done(Put("5/4"));
        var first = Sum;

        var later = _paper.Print(AlgebraPage, Deputy, PaperSchool.Noon.AddDays(3));
        Language.Is("en");

        Assert.Equal((first, first), (SumOf(later), Sum));
    }

    [Fact]
    public async Task It_is_the_same_after_what_is_not_printed()
    {
        await _paper.Done(Put("5"));
        var (first, version) = (Sum, _paper.School.Algebra.MarkAt(WorkToday, Anna).Version);

        await _paper.Done(new SetMark(Algebra, WorkToday, Anna, "5", null, "Молодец", CommentForFamily: false, version));
        await _paper.Done(Put("5", student: Stranger, work: Work8A) with { Course = Algebra8A }, OtherTeacher);

        Assert.Equal(first, Sum);
    }

    [Fact]
    public async Task A_mark_an_absence_a_topic_and_a_homework_each_make_another()
    {
        var sums = new List<string> { Sum };

        await _paper.Done(Put("5"));
        sums.Add(Sum);
        await _paper.Done(Absent("н", student: Boris));
        sums.Add(Sum);
        await _paper.Done(new RecordLesson(Algebra, Lesson16, "Дроби", null, null, 0));
        sums.Add(Sum);
        await _paper.Done(new RecordLesson(Algebra, Lesson16, "Дроби", "", null, _paper.School.Algebra.RecordOf(Lesson16).Version));
        sums.Add(Sum);

        Assert.Equal(sums, sums.Distinct());
    }

    public ValueTask DisposeAsync() => _paper.DisposeAsync();

    private static string SumOf(PrintedJournal printed) => Regex.Match(printed.Frame.Printed, "([0-9a-f]{4} ?){4}$").Value;
}
