using Journal.Core.Basics;
using Journal.Core.School;

namespace Journal.Tests.School;

public class EditWindowsTests
{
    private static readonly DateOnly Lesson = new(2025, 10, 6);
    private static readonly EditWindows Windows = new(MarkDays: 3, TopicDays: 1, MakeUpDays: 20);

    [Theory]
    [InlineData(EditKind.Mark, 0, true)]
    [InlineData(EditKind.Mark, 3, true)]
    [InlineData(EditKind.Mark, 4, false)]
    [InlineData(EditKind.Mark, -1, false)]
    [InlineData(EditKind.Topic, 1, true)]
    [InlineData(EditKind.Topic, 2, false)]
    [InlineData(EditKind.Topic, -30, true)]
    [InlineData(EditKind.MakeUp, 20, true)]
    [InlineData(EditKind.MakeUp, 21, false)]
    [InlineData(EditKind.MakeUp, -1, false)]
    [InlineData(EditKind.AbsenceReason, 300, true)]
    [InlineData(EditKind.AbsenceReason, -5, true)]
    public void Each_kind_of_record_has_a_window_of_its_own(EditKind kind, int daysAfter, bool open) =>
        Assert.Equal(open, Windows.IsOpen(kind, Lesson, Lesson.AddDays(daysAfter)));

    [Theory]
    [InlineData(-1, true)]
    [InlineData(0, false)]
    [InlineData(1, false)]
    public void A_lesson_of_tomorrow_is_ahead_and_one_of_today_is_not(int today, bool ahead) =>
        Assert.Equal(ahead, EditWindows.IsAhead(Lesson, Lesson.AddDays(today)));

    [Fact]
    public void By_default_a_written_work_may_still_be_marked_after_its_week() =>
        Assert.True(EditWindows.Default.IsOpen(EditKind.Mark, Lesson, Lesson.AddDays(8)));
}

public class GraceTimeTests
{
    private static readonly PersonId Teacher = new(7);
    private static readonly DateTimeOffset Put = new(2025, 10, 6, 9, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(0, true)]
    [InlineData(600, true)]
    [InlineData(601, false)]
    [InlineData(-1, false)]
    public void A_slip_is_corrected_silently_for_ten_minutes(int seconds, bool covered) =>
        Assert.Equal(covered, GraceTime.Default.Covers(Teacher, Put, Teacher, Put.AddSeconds(seconds)));

    [Fact]
    public void A_colleague_has_no_grace_on_my_mark() =>
        Assert.False(GraceTime.Default.Covers(Teacher, Put, new PersonId(8), Put.AddSeconds(5)));
}
