using Journal.Core.Register;

namespace Journal.Tests.Register;

public class MarkDensityTests
{
    [Theory]
    [InlineData(100, TermKind.Quarter, 3)]
    [InlineData(200, TermKind.Quarter, 5)]
    [InlineData(300, TermKind.Quarter, 5)]
    [InlineData(400, TermKind.Quarter, 7)]
    [InlineData(800, TermKind.Quarter, 7)]
    [InlineData(50, TermKind.Quarter, 2)]
    [InlineData(150, TermKind.Quarter, 5)]
    [InlineData(0, TermKind.Quarter, 0)]
    [InlineData(100, TermKind.HalfYear, 6)]
    [InlineData(500, TermKind.HalfYear, 14)]
    [InlineData(100, TermKind.Trimester, 4)]
    public void The_minimum_follows_the_hours_a_week(int hours, TermKind kind, int marks) =>
        Assert.Equal(marks, MarkDensity.Default.Minimum(hours, kind, daysEnrolled: 40, daysOfTerm: 40));

    [Theory]
    [InlineData(40, 5)]
    [InlineData(39, 4)]
    [InlineData(20, 2)]
    [InlineData(7, 0)]
    [InlineData(0, 0)]
    [InlineData(-3, 0)]
    [InlineData(60, 5)]
    public void A_newcomer_is_asked_for_the_share_of_the_days_enrolled(int enrolled, int marks) =>
        Assert.Equal(marks, MarkDensity.Default.Minimum(200, TermKind.Quarter, enrolled, daysOfTerm: 40));

    [Fact]
    public void A_school_without_a_table_asks_for_nothing() => Assert.Equal(0, new MarkDensity([]).Minimum(200, TermKind.Quarter, 40, 40));

    [Fact]
    public void More_hours_or_more_days_never_ask_for_fewer_marks()
    {
        foreach (var kind in Enum.GetValues<TermKind>())
            for (var hours = 50; hours <= 800; hours += 50)
            for (var days = 0; days < 40; days++)
            {
                var minimum = MarkDensity.Default.Minimum(hours, kind, days, 40);

                Assert.True(minimum <= MarkDensity.Default.Minimum(hours, kind, days + 1, 40));
                Assert.True(minimum <= MarkDensity.Default.Minimum(hours + 50, kind, days, 40));
            }
    }
}
