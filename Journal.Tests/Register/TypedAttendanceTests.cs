using System.Collections.Immutable;
using Journal.Core.Basics;
using Journal.Core.Register;
using Journal.Core.School;

namespace Journal.Tests.Register;

public class TypedAttendanceTests
{
    private static readonly ImmutableArray<AttendanceCode> Codes = AttendancePresets.Default;

    [Theory]
    [InlineData("н", "н")]
    [InlineData("Н", "н")]
    [InlineData("б", "б")]
    [InlineData("Б", "б")]
    [InlineData("у", "у")]
    [InlineData("о", "о")]
    [InlineData(" о ", "о")]
    [InlineData("y", "н")] // by key: y lies on н, though it looks like у
    [InlineData("Y", "н")]
    [InlineData(",", "б")]
    [InlineData("<", "б")]
    [InlineData("e", "у")]
    [InlineData("E", "у")]
    [InlineData("j", "о")]
    [InlineData("J", "о")]
    [InlineData("h", "н")] // by look
    [InlineData("H", "н")]
    [InlineData("b", "б")]
    [InlineData("B", "б")]
    [InlineData("u", "у")]
    [InlineData("o", "о")]
    [InlineData("O", "о")]
    public void A_letter_is_read_on_either_layout(string typed, string letter)
    {
        var result = TypedAttendance.Parse(typed, Codes);

        Assert.Equal(new AttendanceValue(Code(Codes, letter), null), result.Value);
    }

    [Theory]
    [InlineData("о15", 15)]
    [InlineData("о 15", 15)]
    [InlineData("О15", 15)]
    [InlineData("j15", 15)]
    [InlineData("o15", 15)]
    [InlineData("о05", 5)]
    [InlineData("о1", 1)]
    [InlineData("о90", 90)]
    public void A_late_arrival_may_have_minutes(string typed, int minutes) =>
        Assert.Equal(new AttendanceValue(Code(Codes, "о"), minutes), TypedAttendance.Parse(typed, Codes).Value);

    [Theory]
    [InlineData("о0", 0)]
    [InlineData("о91", 91)]
    [InlineData("о999999", 999999)]
    public void Nobody_is_that_late(string typed, int minutes) =>
        Assert.Equal(new MinutesOutOfRange(minutes, 90), TypedAttendance.Parse(typed, Codes).Refusal);

    [Theory]
    [InlineData("н15", "н")]
    [InlineData("y15", "н")]
    [InlineData("б 3", "б")]
    public void Minutes_belong_to_a_late_arrival_only(string typed, string letter) =>
        Assert.Equal(new MinutesOnlyWhenLate(letter), TypedAttendance.Parse(typed, Codes).Refusal);

    [Theory]
    [InlineData("5")]
    [InlineData("15")]
    [InlineData("п")]
    [InlineData("нн")]
    [InlineData("n")]
    [InlineData("о-5")]
    [InlineData("о1.5")]
    [InlineData("о\u0661\u0665")]
    [InlineData("н\t")]
    [InlineData("н\u0000")]
    [InlineData(".")]
    public void What_is_no_code_is_refused(string typed) => Assert.IsType<NotAnAttendanceCode>(TypedAttendance.Parse(typed, Codes).Refusal);

    [Fact]
    public void A_long_text_is_refused_before_it_is_read() =>
        Assert.Equal(
            new ValueTooLong(1_000_000, TypedAttendance.Longest),
            TypedAttendance.Parse(new string('н', 1_000_000), Codes).Refusal
        );

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    public void Nothing_typed_means_present(string typed) => Assert.Equal(AttendanceValue.Empty, TypedAttendance.Parse(typed, Codes).Value);

    [Theory]
    [InlineData("УП", "УП", null)]
    [InlineData("уп", "УП", null)]
    [InlineData("eg", "УП", null)]
    [InlineData("ОП", "ОП", null)]
    [InlineData("jg", "ОП", null)]
    [InlineData("oп", "ОП", null)]
    [InlineData("ОП 15", "ОП", 15)]
    [InlineData("оп15", "ОП", 15)]
    [InlineData("н", "н", null)]
    public void The_letters_of_a_former_system_are_read_too(string typed, string letter, int? minutes)
    {
        var codes = AttendancePresets.FormerNetSchool;

        Assert.Equal(new AttendanceValue(Code(codes, letter), minutes), TypedAttendance.Parse(typed, codes).Value);
    }

    [Theory]
    [InlineData("п")]
    [InlineData("П")]
    [InlineData("g")]
    public void A_valid_absence_of_the_other_preset_is_read(string typed)
    {
        var codes = AttendancePresets.FormerDnevnik;

        Assert.Equal(new AttendanceValue(Code(codes, "п"), null), TypedAttendance.Parse(typed, codes).Value);
    }

    [Fact]
    public void What_is_written_reads_back_as_the_same_value()
    {
        foreach (var codes in AttendancePresets.All)
        foreach (var code in codes)
        foreach (int? minutes in code.Kind == AbsenceKind.Late ? new int?[] { null, 1, 15, 90 } : [null])
        {
            var value = new AttendanceValue(code.Id, minutes);

            Assert.Equal(value, TypedAttendance.Parse(TypedAttendance.Text(value, codes), codes).Value);
        }
    }

    [Fact]
    public void No_text_is_both_a_mark_and_an_absence()
    {
        // One grid takes both: the order in which they are tried must not matter.
        string[] shortTexts = [.. Typeable(), .. Typeable().SelectMany(_ => Typeable(), (a, b) => a + b)];

        foreach (var scale in StandardScales.All)
        {
            var marks = shortTexts.Where(text => TypedMark.Parse(text, scale).Value is not null).ToList();

            Assert.NotEmpty(marks);
            Assert.DoesNotContain(marks, text => AttendancePresets.All.Any(codes => TypedAttendance.Parse(text, codes).Value is not null));
        }
    }

    private static IEnumerable<string> Typeable() =>
        Enumerable.Range('!', '~' - '!' + 1).Concat(Enumerable.Range('А', 64)).Append('•').Select(letter => ((char)letter).ToString());

    private static AttendanceCodeId Code(ImmutableArray<AttendanceCode> codes, string letter) =>
        codes.Single(code => code.Letter == letter).Id;
}
