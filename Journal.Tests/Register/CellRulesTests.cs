using System.Text.Json;
using Journal.Core.Basics;
using Journal.Core.Register;
using Journal.Core.School;

namespace Journal.Tests.Register;

public class CellRulesTests
{
    private static readonly MarkScale Five = StandardScales.FivePoint;
    private static readonly AttendanceCodeId Late = new(4);

    [Fact]
    public void A_whole_value_is_accepted()
    {
        var value = new CellValue(4, 5, Due: true, new DateOnly(2025, 10, 6), "исправить\nзадачу 3 🙂", CommentForFamily: true);

        Assert.Null(CellRules.Check(value, Five));
        Assert.Null(CellRules.Check(CellValue.Empty, Five));
    }

    [Fact]
    public void Codes_off_the_scale_are_refused_for_what_they_are()
    {
        Assert.Equal(new NotOnTheScale("6", Five.Id), CellRules.Check(CellValue.Of(6), Five));
        Assert.Equal(new NotOnTheScale("-1", Five.Id), CellRules.Check(CellValue.Of(5, -1), Five));
        Assert.Equal(new ValueNotInUse("1", Five.Id), CellRules.Check(CellValue.Of(1), Five));
        Assert.Equal(new OnlyForTerm("н/а", Five.Id), CellRules.Check(CellValue.Of(StandardScales.NotAttested), Five));
    }

    [Fact]
    public void Half_a_value_is_refused()
    {
        Assert.Equal(new ValueIncomplete(), CellRules.Check(CellValue.Empty with { Second = 5 }, Five));
        Assert.Equal(new ValueIncomplete(), CellRules.Check(CellValue.Of(5) with { DueBy = new DateOnly(2025, 10, 6) }, Five));
        Assert.Equal(new ValueIncomplete(), CellRules.Check(CellValue.Of(5) with { CommentForFamily = true }, Five));
        Assert.Equal(new ValueIncomplete(), CellRules.Check(CellValue.Of(5) with { Comment = " " }, Five));
    }

    [Fact]
    public void A_ten_kilobyte_comment_is_refused() =>
        Assert.Equal(new CommentTooLong(10_240, 500), CellRules.Check(CellValue.Of(5) with { Comment = new string('я', 10_240) }, Five));

    [Theory]
    [InlineData("a\u0000b")]
    [InlineData("a\u001Bb")]
    [InlineData("\uFFFD")]
    public void A_comment_of_unreadable_letters_is_refused(string comment) =>
        Assert.Equal(new CommentUnreadable(), CellRules.Check(CellValue.Of(5) with { Comment = comment }, Five));

    [Fact]
    public void A_comment_with_half_a_letter_is_refused() =>
        Assert.Equal(new CommentUnreadable(), CellRules.Check(CellValue.Of(5) with { Comment = "a" + (char)0xD83D }, Five));

    [Fact]
    public void Attendance_is_held_to_the_same_demands()
    {
        var codes = AttendancePresets.Default;

        Assert.Null(CellRules.Check(AttendanceValue.Empty, codes));
        Assert.Null(CellRules.Check(new AttendanceValue(Late, 15), codes));
        Assert.Equal(new MinutesOutOfRange(-5, 90), CellRules.Check(new AttendanceValue(Late, -5), codes));
        Assert.Equal(new MinutesOnlyWhenLate("н"), CellRules.Check(new AttendanceValue(new(1), 15), codes));
        Assert.Equal(new NotAnAttendanceCode("99"), CellRules.Check(new AttendanceValue(new(99), null), codes));
        Assert.Equal(new ValueIncomplete(), CellRules.Check(new AttendanceValue(null, 15), codes));
    }

    [Fact]
    public void A_comment_alone_makes_a_cell_not_empty()
    {
        Assert.True(CellValue.Empty.IsEmpty);
        Assert.False((CellValue.Empty with { Comment = "устно" }).IsEmpty);
        Assert.True(new AttendanceValue(null, null).IsEmpty);
    }

    [Fact]
    public void A_value_survives_the_log()
    {
        var value = new CellValue(4, 5, Due: true, new DateOnly(2025, 10, 6), "c", CommentForFamily: true);

        var json = JsonSerializer.Serialize(value);

        Assert.Equal(value, JsonSerializer.Deserialize<CellValue>(json));
        Assert.DoesNotContain("IsEmpty", json);
    }
}
