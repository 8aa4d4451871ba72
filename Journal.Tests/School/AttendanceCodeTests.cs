using Journal.Core.School;

namespace Journal.Tests.School;

public class AttendanceCodeTests
{
    [Theory]
    [InlineData("н", AbsenceKind.Unknown, true, "н")]
    [InlineData("б", AbsenceKind.Ill, true, "б")]
    [InlineData("у", AbsenceKind.Valid, true, "у")]
    [InlineData("о", AbsenceKind.Late, false, "")]
    public void The_default_codes_are_the_four_of_the_paper_journal(string letter, AbsenceKind kind, bool missed, string print)
    {
        var code = Assert.Single(AttendancePresets.Default, code => code.Letter == letter);

        Assert.Equal((kind, missed, print), (code.Kind, code.CountsAsMissed, code.PrintAs));
    }

    [Fact]
    public void A_valid_absence_is_written_as_the_former_system_wrote_it()
    {
        Assert.Contains(AttendancePresets.FormerDnevnik, code => code is { Letter: "п", Kind: AbsenceKind.Valid });
        Assert.Contains(AttendancePresets.FormerNetSchool, code => code is { Letter: "УП", Kind: AbsenceKind.Valid });
        Assert.Contains(AttendancePresets.FormerNetSchool, code => code is { Letter: "ОП", Kind: AbsenceKind.Late });
    }

    [Fact]
    public void Every_preset_knows_an_absence_without_reason_an_illness_a_valid_reason_and_a_late_arrival()
    {
        foreach (var preset in AttendancePresets.All)
        {
            Assert.Equal(
                [AbsenceKind.Unknown, AbsenceKind.Valid, AbsenceKind.Ill, AbsenceKind.Late],
                preset.Select(code => code.Kind).Order()
            );
            Assert.Equal(preset.Length, preset.DistinctBy(code => code.Id).Count());
        }
    }

    [Fact]
    public void Whoever_was_late_was_there() =>
        Assert.DoesNotContain(
            AttendancePresets.All.SelectMany(preset => preset),
            code => code is { Kind: AbsenceKind.Late, CountsAsMissed: true }
        );
}
