using Journal.Core.Basics;
using Journal.Core.Courses;
using Journal.Core.Register;
using Journal.Core.School;
using Journal.Core.Writing;
using Journal.Tests.Support;
using static Journal.Tests.Support.SmallSchoolFacts;

namespace Journal.Tests.Register;

/// <summary>What the school has decided reaches the page that the lane decides on, out of the file.</summary>
public sealed class LoadedRulesTests : IAsyncDisposable
{
    private readonly SmallSchool _school = new();

    public static TheoryData<string, MarksOff> WithoutMarks =>
        new()
        {
            { "the course", new MarksOff(1, Algebra, null, null, YearStart, null) },
            { "the class", new MarksOff(1, null, Class7B, null, YearStart, null) },
            { "the student", new MarksOff(1, null, null, Anna, YearStart, null) },
            { "the student in the course", new MarksOff(1, Algebra, null, Anna, Today, Today) },
            { "everybody", new MarksOff(1, null, null, null, Today, null) },
        };

    [Theory]
    [MemberData(nameof(WithoutMarks))]
    public async Task Marks_are_off_for(string whom, MarksOff rule)
    {
        Assert.NotEmpty(whom);
        await Decide(new MarksOffSet(rule));

        Assert.Equal(new Refused(new MarksAreOff(Today)), await _school.Submit(Put("5")));
        Assert.IsType<Applied>(await _school.Submit(Absent("н")));
    }

    [Fact]
    public async Task Marks_off_elsewhere_are_nothing_to_this_page()
    {
        await Decide(
            new MarksOffSet(new MarksOff(1, EnglishOfFirst, null, null, YearStart, null)),
            new MarksOffSet(new MarksOff(2, null, Class8A, null, YearStart, null)),
            new MarksOffSet(new MarksOff(3, null, null, Boris, YearStart, null)),
            new MarksOffSet(new MarksOff(4, null, null, null, YearStart, Today.AddDays(-1)))
        );

        Assert.IsType<Applied>(await _school.Submit(Put("5")));
    }

    [Fact]
    public async Task The_schools_own_windows_count()
    {
        await Decide(new SettingsChanged(null, SchoolSettings.Default with { Windows = EditWindows.Default with { MarkDays = 3 } }));

        Assert.Equal(new Refused(new WindowClosed(new DateOnly(2026, 11, 16), 3)), await _school.Submit(Put("5", work: Work16)));
        Assert.IsType<Applied>(await _school.Submit(Put("5")));
    }

    [Fact]
    public async Task The_schools_own_codes_count()
    {
        await Decide(new AttendanceCodeAdded(new(new(9), "с", "соревнования", AbsenceKind.SchoolEvent, CountsAsMissed: false, "с")));

        Assert.IsType<Applied>(await _school.Submit(Absent("с")));
        Assert.Equal(new(9), _school.Algebra.AttendanceAt(LessonToday, Anna).Value.Code);
    }

    public ValueTask DisposeAsync() => _school.DisposeAsync();

    // A bulk carries its own notice for the pages it touches (decision 7).
    private Task<long> Decide(params JournalEvent[] facts) =>
        _school.Writer.Bulk(
            Guid.CreateVersion7(),
            facts.Append(new PageOutdated(Algebra)).Select(fact => new DatedFact(_school.Clock.GetUtcNow(), Deputy.Person, fact))
        );
}
