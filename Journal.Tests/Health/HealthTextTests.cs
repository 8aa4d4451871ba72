using Journal.Core;
using Journal.Core.Basics;
using Journal.Tests.Support;
using Journal.Web.Health;

namespace Journal.Tests.Health;

public sealed class HealthTextTests
{
    public static TheoryData<string> Kinds =>
        [.. typeof(JournalCore).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Refusal))).Select(RefusalCode.Of)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_reason_of_a_refusal_has_words_in_both_languages(string code)
    {
        Language.Is("ru");
        var russian = HealthText.Kind(code);
        Language.Is("en");
        var english = HealthText.Kind(code);

        Assert.Matches(@"\p{IsCyrillic}", russian);
        Assert.DoesNotMatch(@"\p{IsCyrillic}", english);
        Assert.NotEqual(code, english);
    }

    [Fact]
    public void A_reason_without_words_is_told_by_its_code() => Assert.Equal("brand-new", HealthText.Kind("brand-new"));

    [Theory]
    [InlineData(null, "никогда", true)]
    [InlineData(20, "только что", false)]
    [InlineData(5 * 60, "5 мин назад", false)]
    [InlineData((23 * 60 + 59) * 60, "23 ч 59 мин назад", false)]
    [InlineData(26 * 3600, "1 дн. 2 ч назад", true)]
    public void How_old_the_backup_is_and_whether_that_is_too_old(int? seconds, string told, bool isOld)
    {
        Language.Is("ru");
        TimeSpan? age = seconds is { } known ? TimeSpan.FromSeconds(known) : null;

        Assert.Equal((told, isOld), (HealthText.Ago(age), HealthText.IsOld(age)));
    }

    [Theory]
    [InlineData("ru", "0,8 мс", "1\u00A0234", "12,5 %")]
    [InlineData("en", "0.8 ms", "1,234", "12.5%")]
    public void Numbers_are_written_as_the_reader_writes_them(string language, string time, string number, string percent)
    {
        Language.Is(language);

        Assert.Equal(
            (time, number, percent),
            (HealthText.Time(TimeSpan.FromMilliseconds(0.8)), HealthText.Number(1234), HealthText.Percent(12.5))
        );
    }
}
