using CsCheck;
using Journal.Core.Register;
using Journal.Core.School;

namespace Journal.Tests.Register;

public class TypedMarkTests
{
    private static readonly MarkScale Five = StandardScales.FivePoint;
    private static readonly MarkScale Ten = StandardScales.TenPoint;
    private static readonly MarkScale Hundred = StandardScales.HundredPoint;

    [Theory]
    [InlineData("5", 5, null, false)]
    [InlineData(" 5 ", 5, null, false)]
    [InlineData("\u00A05", 5, null, false)]
    [InlineData("4/5", 4, 5, false)]
    [InlineData("4 / 5", 4, 5, false)]
    [InlineData("45", 4, 5, false)]
    [InlineData("54", 5, 4, false)]
    [InlineData("55", 5, 5, false)]
    [InlineData(".", null, null, true)]
    [InlineData("•", null, null, true)]
    [InlineData("ю", null, null, true)]
    [InlineData("4.", 4, null, true)]
    [InlineData("4 .", 4, null, true)]
    [InlineData("4•", 4, null, true)]
    [InlineData("4,", 4, null, true)]
    [InlineData("4ю", 4, null, true)]
    [InlineData("45.", 4, 5, true)]
    [InlineData("4/5.", 4, 5, true)]
    [InlineData("зач", 1001, null, false)]
    [InlineData("ЗАЧ", 1001, null, false)]
    [InlineData("незач", 1002, null, false)]
    [InlineData("осв", 1003, null, false)]
    [InlineData("Осв", 1003, null, false)]
    [InlineData("pfx", 1001, null, false)]
    [InlineData("PFX", 1001, null, false)]
    [InlineData("ytpfx", 1002, null, false)]
    [InlineData("jcd", 1003, null, false)]
    [InlineData("ocв", 1003, null, false)]
    [InlineData("зaч", 1001, null, false)]
    [InlineData("зач.", 1001, null, true)]
    [InlineData("зач/незач", 1001, 1002, false)]
    public void A_typed_text_becomes_marks_of_the_five_point_scale(string typed, int? first, int? second, bool due)
    {
        var result = TypedMark.Parse(typed, Five);

        Assert.Null(result.Refusal);
        Assert.Equal(CellValue.Empty with { First = (short?)first, Second = (short?)second, Due = due }, result.Value);
    }

    [Theory]
    [InlineData("10", 10, null)]
    [InlineData("9", 9, null)]
    [InlineData("1/0", null, null)]
    [InlineData("9/10", 9, 10)]
    public void On_a_ten_point_scale_ten_is_one_mark(string typed, int? first, int? second) => AssertMarks(typed, Ten, first, second);

    [Theory]
    [InlineData("45", 45, null)]
    [InlineData("100", 100, null)]
    [InlineData("0", 0, null)]
    [InlineData("4/5", 4, 5)]
    [InlineData("100/100", 100, 100)]
    public void On_a_hundred_point_scale_digits_together_are_one_mark(string typed, int? first, int? second) =>
        AssertMarks(typed, Hundred, first, second);

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    public void Nothing_typed_clears_the_cell(string typed) => Assert.Equal(CellValue.Empty, TypedMark.Parse(typed, Five).Value);

    [Theory]
    [InlineData("6")]
    [InlineData("0")]
    [InlineData("05")]
    [InlineData("50")]
    [InlineData("NaN")]
    [InlineData("-1")]
    [InlineData("+5")]
    [InlineData("1e9")]
    [InlineData("5.0")]
    [InlineData("4.5")]
    [InlineData("4 5")]
    [InlineData("4/")]
    [InlineData("/4")]
    [InlineData("/")]
    [InlineData("4//5")]
    [InlineData("..")]
    [InlineData(",")]
    [InlineData(" ,")]
    [InlineData("\u0665")] // Arabic-Indic five
    [InlineData("\u06F5")] // Persian five
    [InlineData("\u096B")] // Devanagari five
    [InlineData("\uFF15")] // fullwidth five
    [InlineData("\u2464")] // circled five
    [InlineData("\u2075")] // superscript five
    [InlineData("5\u0000")]
    [InlineData("5\t")]
    [InlineData("5\n")]
    [InlineData("5\u200B")]
    [InlineData("\u202E5")]
    [InlineData("=5")]
    [InlineData("5'--")]
    [InlineData("<b>")]
    [InlineData("н")]
    [InlineData("пять")]
    public void What_is_no_mark_is_refused(string typed) => Assert.IsType<NotOnTheScale>(TypedMark.Parse(typed, Five).Refusal);

    [Fact]
    public void Half_a_letter_is_refused() => Assert.IsType<NotOnTheScale>(TypedMark.Parse(((char)0xD800).ToString(), Five).Refusal);

    [Theory]
    [InlineData("11")]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("1e9")]
    [InlineData("101")]
    [InlineData("9/11")]
    [InlineData("99")]
    public void Off_the_ten_point_scale_is_refused(string typed) => Assert.IsType<NotOnTheScale>(TypedMark.Parse(typed, Ten).Refusal);

    [Theory]
    [InlineData("н/а")]
    [InlineData("Н/А")]
    [InlineData("y/f")]
    [InlineData("h/a")]
    [InlineData("безотм")]
    [InlineData(",tpjnv")]
    [InlineData("5/безотм")]
    public void A_term_result_is_no_mark_of_a_lesson(string typed) => Assert.IsType<OnlyForTerm>(TypedMark.Parse(typed, Five).Refusal);

    [Theory]
    [InlineData("1")]
    [InlineData("11")]
    [InlineData("5/1")]
    [InlineData("15")]
    [InlineData("1.")]
    public void A_value_not_in_use_is_refused_as_such(string typed) => Assert.IsType<ValueNotInUse>(TypedMark.Parse(typed, Five).Refusal);

    [Theory]
    [InlineData("455")]
    [InlineData("4/5/3")]
    [InlineData("55555")]
    public void Three_marks_are_too_many(string typed) => Assert.Equal(new TooManyMarks(typed, 2), TypedMark.Parse(typed, Five).Refusal);

    [Fact]
    public void A_long_text_is_refused_before_it_is_read()
    {
        Assert.Equal(new ValueTooLong(1_000_000, TypedMark.Longest), TypedMark.Parse(new string('5', 1_000_000), Five).Refusal);
        Assert.Equal(new ValueTooLong(17, TypedMark.Longest), TypedMark.Parse(new string(' ', 17), Five).Refusal);
    }

    [Fact]
    public void A_pass_fail_course_takes_no_numbers()
    {
        Assert.Equal(new NotOnTheScale("5", StandardScales.PassFail.Id), TypedMark.Parse("5", StandardScales.PassFail).Refusal);
        Assert.Equal(CellValue.Of(StandardScales.Pass), TypedMark.Parse("pfx", StandardScales.PassFail).Value);
    }

    [Theory]
    [InlineData("5", "5")]
    [InlineData("45", "4/5")]
    [InlineData("4.", "4•")]
    [InlineData(".", "•")]
    [InlineData("pfx", "зач")]
    [InlineData("", "")]
    public void A_cell_is_written_back_as_people_write_it(string typed, string text) =>
        Assert.Equal(text, TypedMark.Text(TypedMark.Parse(typed, Five).Value!, Five));

    [Fact]
    public void What_is_written_reads_back_as_the_same_value()
    {
        var cases = Gen.Select(
            Gen.Int[0, 3].Select(i => StandardScales.All[i]),
            Gen.Int[0, 1000],
            Gen.Int[0, 1000],
            Gen.Int[0, 2],
            Gen.Bool
        );

        cases.Sample(
            (scale, one, two, marks, due) =>
            {
                var values = scale.Values.Where(value => value.ForLessons).ToList();
                short? first = marks > 0 ? values[one % values.Count].Code : null;
                short? second = marks > 1 ? values[two % values.Count].Code : null;
                var cell = CellValue.Empty with { First = first, Second = second, Due = due };

                return cell.Equals(TypedMark.Parse(TypedMark.Text(cell, scale), scale).Value) && CellRules.Check(cell, scale) is null;
            }
        );
    }

    [Fact]
    public void Whatever_is_typed_is_a_value_the_rules_accept_or_a_refusal() =>
        Gen.Select(Gen.Int[0, 3].Select(i => StandardScales.All[i]), Gen.String[Gen.Char["0123456789/.,•ю носвзачбмpfxyt-+eE\t"], 0, 7])
            .Sample(
                (scale, typed) =>
                {
                    var result = TypedMark.Parse(typed, scale);

                    return result.Value is { } value ? CellRules.Check(value, scale) is null : result.Refusal is not null;
                },
                iter: 20_000
            );

    private static void AssertMarks(string typed, MarkScale scale, int? first, int? second)
    {
        var result = TypedMark.Parse(typed, scale);

        if (first is null)
            Assert.Equal(new NotOnTheScale(typed, scale.Id), result.Refusal);
        else
            Assert.Equal(CellValue.Of((short)first, (short?)second), result.Value);
    }
}
