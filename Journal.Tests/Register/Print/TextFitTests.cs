using CsCheck;
using Journal.Web.Register.Print;

namespace Journal.Tests.Register.Print;

public sealed class TextFitTests
{
    private static readonly Gen<string> Text = Gen.OneOf(
            Gen.Char['а', 'я'],
            Gen.Const(' '),
            Gen.Const(' '),
            Gen.Const('\n'),
            Gen.Char['0', '9']
        )
        .Array[0, 400]
        .Select(letters => new string(letters));

    [Fact]
    public void The_pieces_of_a_text_are_the_text_and_none_has_more_lines_than_it_may() =>
        Gen.Select(Text, Gen.Double[10, 120], Gen.Int[1, 6])
            .Sample(
                (text, width, most) =>
                {
                    var pieces = TextFit.Pieces(text, width, 8.5, most);
                    return string.Concat(pieces) == text && pieces.All(piece => TextFit.Lines(piece, width, 8.5) <= most);
                }
            );

    [Fact]
    public void More_room_never_takes_more_lines() =>
        Gen.Select(Text, Gen.Double[10, 120])
            .Sample((text, width) => TextFit.Lines(text, width + 5, 8.5) <= TextFit.Lines(text, width, 8.5));

    [Theory]
    [InlineData("", 0)]
    [InlineData("§ 29", 1)]
    [InlineData("§ 29\n№ 725", 2)]
    [InlineData("Умножение многочлена на многочлен", 2)]
    public void A_text_takes_the_lines_it_needs(string text, int lines) => Assert.Equal(lines, TextFit.Lines(text, 40, 8.5));

    [Fact]
    public void A_word_longer_than_a_line_is_broken() => Assert.InRange(TextFit.Lines(new string('ш', 100), 40, 8.5), 6, 8);

    [Fact]
    public void A_space_that_does_not_break_does_not() =>
        Assert.True(TextFit.Lines("Умножение\u00A0многочленов", 30, 8.5) >= TextFit.Lines("Умножение многочленов", 30, 8.5));
}
