using Journal.Core.Access;
using Journal.Core.Basics;
using Journal.Core.Diary.Storage;
using Journal.Tests.Support;
using Microsoft.EntityFrameworkCore;
using static Journal.Tests.Support.SmallSchoolFacts;

namespace Journal.Tests.Diary;

/// <summary>Who looked at which diary, and what the class teacher is told of it.</summary>
public sealed class ReadingBookTests : IAsyncDisposable
{
    private readonly SmallSchool _school = new();

    public ReadingBookTests() => SeenBook.Prepare(_school.File);

    private ReadingBook Book => _school.Get<ReadingBook>();

    public ValueTask DisposeAsync() => _school.DisposeAsync();

    [Fact]
    public async Task A_day_of_looking_is_one_row_with_its_first_and_last_moment()
    {
        var first = _school.Clock.GetUtcNow();
        Book.Look(Parent.Person, Anna);
        await Book.Write();
        for (var i = 0; i < 5; i++)
        {
            _school.Clock.Advance(TimeSpan.FromMinutes(1));
            Book.Look(Parent.Person, Anna);
        }

        await Book.Write();

        var row = Assert.Single(await Rows());
        Assert.Equal((first.UtcTicks, first.AddMinutes(5).UtcTicks), (row.First, row.Last));
        Assert.Equal(0, Book.Unwritten);
    }

    [Fact]
    public async Task What_waits_is_known_already_and_is_written_when_the_school_closes()
    {
        Book.Look(Parent.Person, Anna);
        var now = _school.Clock.GetUtcNow();

        Assert.Equal([new LastLook(Parent.Person, Anna, now)], await Book.Read([Anna, Boris]));
        Assert.Empty(await Rows());
        await Book.StopAsync(default);
        Assert.Single(await Rows());
        Assert.Equal([new LastLook(Parent.Person, Anna, now)], await Book.Read([Anna, Boris]));
    }

    [Fact]
    public async Task What_is_older_than_a_school_year_goes()
    {
        Book.Look(Parent.Person, Anna);
        await Book.Write();
        _school.Clock.Advance(TimeSpan.FromDays(ReadingBook.DaysKept + 1));
        Book.Look(Parent.Person, Anna);
        await Book.Write();

        Assert.Equal(_school.Get<SchoolClock>().Today, Assert.Single(await Rows()).Day);
    }

    [Fact]
    public async Task The_class_teacher_sees_those_first_whose_guardians_have_not_looked_this_week()
    {
        var family = _school.Get<FamilyReadings>();
        Assert.True(family.Looked(Parent.Person, Anna));
        Assert.True(family.Looked(Vera.Person, Vera));
        // Staff look at it too, and that is nobody's business.
        Assert.False(family.Looked(ClassTeacher.Person, Anna));

        var looks = (await _school.Get<Readings>().Looks(ClassTeacher.Person, Class7B))!;

        Assert.Equal(Anna, looks.Students[^1].Student);
        Assert.Equal([Anna], looks.Students.Where(looks.HasLooked).Select(one => one.Student));
        Assert.Equal([new FamilyLook(Parent.Person, _school.Clock.GetUtcNow())], looks.Students[^1].Guardians);
        var vera = looks.Students.Single(one => one.Student == Vera);
        Assert.Equal((_school.Clock.GetUtcNow(), false), (vera.Own.Last, looks.HasLooked(vera)));
    }

    [Fact]
    public async Task Last_weeks_look_is_told_but_does_not_count()
    {
        _school.Get<FamilyReadings>().Looked(Parent.Person, Anna);
        _school.Clock.Advance(TimeSpan.FromDays(7));

        var looks = (await _school.Get<Readings>().Looks(ClassTeacher.Person, Class7B))!;

        Assert.DoesNotContain(looks.Students, looks.HasLooked);
        Assert.NotNull(looks.Students.Single(one => one.Student == Anna).Last);
    }

    private async Task<List<ReadingRow>> Rows()
    {
        await using var db = await _school.Get<IDbContextFactory<SeenDb>>().CreateDbContextAsync();
        return await db.Readings.AsNoTracking().ToListAsync();
    }
}
