using System.Text.Json;
using Journal.Core.Basics;
using Journal.Core.Courses.Storage;
using Journal.Core.Diary;
using Journal.Core.Diary.Storage;
using Journal.Core.Persistence;
using Journal.Core.Register.Storage;
using Journal.Core.Remarks.Storage;
using Journal.Tests.Live;
using Journal.Tests.Support;
using Microsoft.EntityFrameworkCore;
using static Journal.Tests.Support.SmallSchoolFacts;

namespace Journal.Tests.Diary;

/// <summary>Pages, days and news are remembered between two looks at a diary: what is remembered equals reading it anew.</summary>
public sealed class RememberedDiaryTests : IAsyncDisposable
{
    private const int Steps = 240;

    private static readonly StudentId[] Students = [Anna, Boris, Newcomer];

    private readonly SmallSchool _school = new();

    [Theory]
    [InlineData(12)]
    [InlineData(16)]
    [InlineData(14)]
    [InlineData(15)]
    public async Task A_diary_that_is_remembered_equals_one_that_is_read_anew(int seed)
    {
        await RandomSchoolLife.Prepare(_school);
        var life = new RandomSchoolLife(_school, seed);
        var visits = new List<long> { _school.Pages.Head };
        var news = 0;
        for (var i = 0; i < Steps; i++)
        {
            await life.Step();
            // Somebody comes for the first time, and each of those who were here before looks again.
            if (i == Steps / 3)
                visits.Insert(0, _school.Pages.Head);
            if (i % 8 != 7)
                continue;

            foreach (var seen in visits)
            foreach (var student in Students)
            {
                var remembered = await Read(_school.Get<Diaries>(), student, seen);
                Assert.Equal(Text(await Read(Fresh(), student, seen)), Text(remembered));
                news += remembered
                    .Days.SelectMany(day => day.Lessons)
                    .SelectMany(lesson => lesson.Marks)
                    .Count(mark => mark.News != News.None);
            }
        }

        Assert.NotEqual(0, news);
    }

    [Fact]
    public async Task A_holiday_that_is_set_while_diaries_are_open_is_in_the_next_reading()
    {
        var monday = Today.AddDays(-(((int)Today.DayOfWeek + 6) % 7));
        Assert.All((await Read(_school.Get<Diaries>(), Anna, 0)).Days, day => Assert.Null(day.Holiday));

        var set = _school.Roster.ClassOf(Anna, Today)!.HolidaySet;
        var holiday = new Core.School.HolidayAdded(set, "Актированный день", monday, monday);
        await _school.Writer.Bulk(
            Guid.CreateVersion7(),
            [new Core.Writing.DatedFact(_school.Clock.GetUtcNow(), Administrator.Person, holiday)]
        );

        Assert.Equal("Актированный день", (await Read(_school.Get<Diaries>(), Anna, 0)).Days[0].Holiday);
    }

    public ValueTask DisposeAsync() => _school.DisposeAsync();

    private static Task<DiaryWeek> Read(Diaries diaries, StudentId student, long seen) =>
        diaries.Read(student, Today, Today, asStaff: false, seen);

    // As another process would.
    private Diaries Fresh()
    {
        var databases = _school.Get<IDbContextFactory<JournalDb>>();
        var rosters = new RosterSource(databases);
        return new Diaries(
            databases,
            rosters,
            new JournalPages(databases, rosters),
            new DayBook(databases),
            new StudentLog(databases, _school.Get<EventBook>()),
            new RemarkBook(databases)
        );
    }

    private static string Text(DiaryWeek week) => JsonSerializer.Serialize(week);
}
