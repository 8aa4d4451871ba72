using Journal.Core.Basics;
using Journal.Core.School;

namespace Journal.Tests.School;

public class ChangeSettingsTests
{
    private const long Version = 40;

    private static readonly SettingsStamp Stamp = new(Version, new(2), DateTimeOffset.UnixEpoch);

    private static readonly SchoolSettings Now = SchoolSettings.Default with { Name = "Школа № 1" };

    public static TheoryData<string, SchoolSettings, Refusal> Wrong =>
        new()
        {
            { "no name", Now with { Name = " " }, new SchoolNameMissing() },
            { "a long name", Now with { Name = new string('ш', 201) }, new SchoolNameTooLong(201, 200) },
            { "a name of two lines", Now with { Name = "Школа\n№ 1" }, new SchoolNameUnreadable() },
            { "a name with half a letter", Now with { Name = "Школа\uD83D" }, new SchoolNameUnreadable() },
            { "marks", With(new(-1, 14, 30)), new WindowOutOfRange(-1, 366, EditKind.Mark) },
            { "topics", With(new(14, 367, 30)), new WindowOutOfRange(367, 366, EditKind.Topic) },
            { "make-up", With(new(14, 14, int.MaxValue)), new WindowOutOfRange(int.MaxValue, 366, EditKind.MakeUp) },
        };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Settings_are_refused_for_what_is_wrong_with_them(string what, SchoolSettings wished, Refusal why) =>
        Assert.True(why.Equals(Now.Decide(new ChangeSettings(wished, Version), Stamp).Refusal), what);

    [Fact]
    public void The_first_settings_of_a_school_have_none_before_them()
    {
        var fact = Fact(SchoolSettings.Default.Decide(new ChangeSettings(Now with { Name = "  Школа № 1 " }, 0), SettingsStamp.Never));

        Assert.Equal(new SettingsChanged(null, Now), fact);
    }

    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(366, 366, 366)]
    public void The_widest_and_the_narrowest_windows_are_taken(int marks, int topics, int makeUps)
    {
        var wished = With(new(marks, topics, makeUps)) with { Name = new string('ш', 200), AbsencesWaitForRoll = false };

        Assert.Equal(new SettingsChanged(Now, wished), Fact(Now.Decide(new ChangeSettings(wished, Version), Stamp)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(Version)]
    public void What_is_so_already_is_not_changed_whatever_was_seen(long expected)
    {
        var decision = Now.Decide(new ChangeSettings(Now, expected), Stamp);

        Assert.Equal((0, null, Version), (decision.Events.Count, decision.Refusal, decision.AlreadySince));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(39)]
    [InlineData(41)]
    public void Who_saw_other_settings_is_told_what_they_are_now_by_whom_and_since_when(long expected) =>
        Assert.Equal(
            new SettingsConflict(Now, Stamp),
            Now.Decide(new ChangeSettings(Now with { Name = "Лицей" }, expected), Stamp).Refusal
        );

    private static SchoolSettings With(EditWindows windows) => Now with { Windows = windows };

    private static SettingsChanged Fact(Decision decision) => Assert.IsType<SettingsChanged>(Assert.Single(decision.Events));
}
