using Journal.Core.Access;
using Journal.Core.Basics;
using Journal.Core.Classes;
using Journal.Core.Writing;
using Journal.Tests.Support;
using static Journal.Tests.Support.SmallSchoolFacts;

namespace Journal.Tests.Diary;

public sealed class DiaryTests : IAsyncDisposable
{
    private static readonly DateOnly Monday9 = new(2026, 11, 9);

    private readonly SmallSchool _school = new();

    [Fact]
    public async Task A_week_has_the_lessons_of_all_the_students_groups() =>
        Assert.Equal([(Lesson9, "Алгебра"), (EnglishLesson1, "Английский язык")], await Lessons(Anna));

    /// <summary>Came on Tuesday, 10 November.</summary>
    [Fact]
    public async Task Lessons_before_the_arrival_are_not_the_newcomers() => Assert.Empty(await Lessons(Newcomer));

    [Fact]
    public async Task Lessons_after_leaving_are_not_the_leavers()
    {
        Assert.IsType<Applied>(await _school.Writer.Submit(new LeaveGroup(Anna, English1, new DateOnly(2026, 11, 10)), Registrar));

        Assert.Equal([(Lesson9, "Алгебра")], await Lessons(Anna));
    }

    public ValueTask DisposeAsync() => _school.DisposeAsync();

    private async Task<(LessonId, string)[]> Lessons(StudentId student)
    {
        var week = await _school.Get<Readings>().Diary(ClassTeacher.Person, student, Monday9);
        return [.. week!.Days.SelectMany(day => day.Lessons).Select(lesson => (lesson.Lesson, lesson.Subject))];
    }
}
