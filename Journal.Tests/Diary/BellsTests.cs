using Journal.Core.Diary;
using Journal.Core.School;

namespace Journal.Tests.Diary;

public sealed class BellsTests
{
    private static readonly Bell[] Bells = [new(1, new(8, 30), new(9, 10)), new(2, new(9, 20), new(10, 0))];

    [Theory]
    [InlineData("08:29", null, "08:30")]
    [InlineData("08:30", 1, "09:10")]
    [InlineData("09:09", 1, "09:10")]
    [InlineData("09:10", null, "09:20")]
    [InlineData("09:59", 2, "10:00")]
    [InlineData("10:00", null, null)]
    public void A_lesson_runs_from_bell_to_bell(string time, int? running, string? next)
    {
        Assert.Equal(running, Bells.RunningAt(TimeOnly.Parse(time)));
        Assert.Equal(next is null ? null : TimeOnly.Parse(next), Bells.NextAfter(TimeOnly.Parse(time)));
    }

    [Theory]
    [InlineData("Контрольная работа", "контр.")]
    [InlineData("самостоятельная работа", "самост.")]
    [InlineData("Словарный диктант", "словар.")]
    [InlineData("Диктант", "диктант")]
    [InlineData("Тест", "тест")]
    [InlineData("Лабораторная работа № 6", "лабор.")]
    [InlineData("Проверочная работа", "провер.")]
    [InlineData("", "")]
    public void A_kind_of_work_fits_under_a_mark(string title, string shown) => Assert.Equal(shown, ShortTitle.Of(title));
}
