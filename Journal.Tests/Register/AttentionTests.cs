using System.Collections.Immutable;
using Journal.Core.Basics;
using Journal.Core.Register;
using Journal.Core.School;
using static Journal.Tests.Register.TestPage;

namespace Journal.Tests.Register;

public class AttentionTests
{
    [Theory]
    [InlineData("", null)]
    [InlineData("2 2", null)]
    [InlineData("3 2 2", AttentionCause.LowAverage)]
    [InlineData("5 2 2 2", AttentionCause.BadRun)]
    [InlineData("2 2 2 3", AttentionCause.LowAverage)]
    [InlineData("2 2 3 3", null)]
    [InlineData("5 4 3", null)]
    public void A_low_average_or_three_bad_marks_running_ask_for_attention(string marks, AttentionCause? cause)
    {
        var page = With(marks.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(short.Parse));

        Assert.Equal(cause, Attention.Of(page, Thresholds.Default).SingleOrDefault()?.Cause);
    }

    [Fact]
    public void A_subject_with_thresholds_of_its_own_is_judged_by_them()
    {
        var page = With([3, 3, 2]);

        Assert.Empty(Attention.Of(page, Thresholds.Default));
        var low = Assert.Single(Attention.Of(page, new Thresholds(465, 365, 270)));
        Assert.Equal((Anna, Id.Course, new Fraction(8, 3)), (low.Student, low.Course, low.Average));
    }

    // One mark a lesson, in the order of the lessons.
    private static JournalPage With(IEnumerable<short> marks)
    {
        var columns = new[] { Default(Old), Default(Monday), MondayTest, Default(Now) };
        var even = Page with
        {
            Works = Page.Works.ToImmutableDictionary(one => one.Key, one => one.Value with { Work = one.Value.Work with { Weight = 100 } }),
        };
        return marks.Zip(columns).Aggregate(even, (page, one) => WithMark(page, one.Second, Anna, CellValue.Of(one.First)));
    }
}
