using Journal.Core.Access;
using Journal.Core.Basics;
using Journal.Core.Lessons;
using Journal.Core.Register;
using Journal.Core.Writing;
using Journal.Tests.Support;
using static Journal.Tests.Support.SmallSchoolFacts;

namespace Journal.Tests.Register;

/// <summary>Today algebra is the second lesson; before it English was given in two subgroups.</summary>
public sealed class EarlierAbsencesTests : IAsyncLifetime
{
    private static readonly LessonId First = new(101);
    private static readonly LessonId Second = new(102);

    private readonly SmallSchool _school = new();

    public async Task InitializeAsync() =>
        await _school.Writer.Bulk(Guid.CreateVersion7(), [English(EnglishOfFirst, First), English(EnglishOfSecond, Second)]);

    [Fact]
    public async Task Before_any_roll_of_the_day_nothing_is_known() => Assert.Empty(await Earlier());

    [Fact]
    public async Task An_absence_is_known_and_so_is_who_was_there_beside_it()
    {
        await Absent(EnglishOfFirst, First, Anna, "н");

        Assert.Equal([(Anna, "н"), (Boris, "")], await Earlier());
    }

    [Fact]
    public async Task A_roll_without_absentees_says_that_all_were_there()
    {
        await Done(new DeclareRoll(EnglishOfSecond, Second), OtherTeacher);

        Assert.Equal([(Vera, "")], await Earlier());
    }

    [Fact]
    public async Task A_later_lesson_says_nothing_of_this_one()
    {
        await _school.Writer.Bulk(Guid.CreateVersion7(), [English(EnglishOfFirst, new(103), number: 3)]);
        await Absent(EnglishOfFirst, new(103), Anna, "б");

        Assert.Empty(await Earlier());
    }

    public async Task DisposeAsync() => await _school.DisposeAsync();

    private async Task<IEnumerable<(StudentId, string)>> Earlier()
    {
        var known = await _school.Get<Readings>().EarlierAbsences(Teacher.Person, LessonToday);
        return known!.OrderBy(one => one.Key.Value).Select(one => (one.Key, TypedAttendance.Text(one.Value, _school.Roster.Codes)));
    }

    private Task Absent(CourseId course, LessonId lesson, StudentId student, string value) =>
        Done(new SetAttendance(course, lesson, student, value, Expected: 0), OtherTeacher);

    private async Task Done(Command command, Actor by) => Assert.IsType<Applied>(await _school.Writer.Submit(command, by));

    private static DatedFact English(CourseId course, LessonId lesson, int number = 1) =>
        new(
            new DateTimeOffset(Today, new(6, 0), TimeSpan.Zero),
            Administrator.Person,
            new LessonScheduled(course, Quarter2, lesson, Today, number, DefaultWork: null)
        );
}
