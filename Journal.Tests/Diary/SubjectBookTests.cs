using System.Globalization;
using Journal.Core.Access;
using Journal.Core.Basics;
using Journal.Core.Classes;
using Journal.Core.Diary;
using Journal.Core.Diary.Storage;
using Journal.Core.Register;
using Journal.Core.Writing;
using Journal.Tests.Support;
using Journal.Web.Diary;
using static Journal.Tests.Support.SmallSchoolFacts;

namespace Journal.Tests.Diary;

/// <summary>Marks subject by subject, with the average as the family can work it out itself.</summary>
public sealed class SubjectBookTests : IAsyncDisposable
{
    private readonly SmallSchool _school = new();

    public SubjectBookTests()
    {
        SeenBook.Prepare(_school.File);
        CultureInfo.CurrentUICulture = CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("ru");
    }

    public ValueTask DisposeAsync() => _school.DisposeAsync();

    [Fact]
    public async Task The_average_is_exact_and_shows_its_sum()
    {
        await _school.Submit(SmallSchoolFacts.Put("5/4", work: Work9));
        await _school.Submit(SmallSchoolFacts.Put("3", work: Work16));
        await _school.Submit(new AddWork(Algebra, LessonToday, Test, 150, "Итог", null, Shown: true));
        await _school.Submit(SmallSchoolFacts.Put("5", work: Work("Итог")));
        await _school.Submit(SmallSchoolFacts.Put("•"));

        var algebra = await Algebra7B();

        Assert.Equal(["5/4", "3", "•", "5"], algebra.Marks.Select(mark => mark.Text));
        Assert.Equal(new Fraction(39, 9), algebra.Average);
        Assert.Equal("(5·1 + 4·1 + 3·1 + 5·1,5) ÷ (1 + 1 + 1 + 1,5) = 19,5 ÷ 4,5 = 4,33", AverageSum.Of(algebra));
        Assert.Equal(
            [new Fraction(9, 2), new(4, 1), new(4, 1), new(39, 9)],
            Enumerable.Range(1, 4).Select(first => algebra.AverageOf(first)!.Value)
        );
    }

    [Fact]
    public async Task A_hidden_column_and_a_staff_comment_are_in_no_average_and_on_no_page()
    {
        await _school.Submit(SmallSchoolFacts.Put("5") with { Comment = "между нами" });
        await _school.Submit(new AddWork(Algebra, LessonToday, Test, null, "Скрыто", null, Shown: false));
        await _school.Submit(SmallSchoolFacts.Put("2", work: Work("Скрыто")));

        var algebra = await Algebra7B();

        Assert.Equal((new Fraction(5, 1), (string?)null), (algebra.Average, Assert.Single(algebra.Marks).Value.Comment));
    }

    [Fact]
    public async Task Marks_of_a_former_group_come_along_with_their_origin_unless_they_were_hidden()
    {
        await Put(EnglishOfFirst, EnglishWork1, "4");
        await _school.Writer.Submit(new AddWork(EnglishOfFirst, EnglishLesson1, Test, null, "Скрыто", null, Shown: false), OtherTeacher);
        await Put(EnglishOfFirst, Hidden(), "2");
        await _school.Writer.Submit(new LeaveGroup(Anna, English1, Today), Registrar);
        _school.Clock.Advance(TimeSpan.FromDays(1));
        await _school.Writer.Submit(new JoinGroup(Anna, English2, Today.AddDays(1)), Registrar);

        var english = (await Subjects()).Subjects.Single(one => one.Subject == "Английский язык");

        Assert.Equal(EnglishOfSecond, english.Course);
        Assert.Equal(("4", "7Б англ. 1"), (Assert.Single(english.Marks).Text, english.Marks[0].Origin));
        Assert.Equal(new Fraction(4, 1), english.Average);
    }

    [Fact]
    public async Task Without_a_term_it_is_the_running_one_and_another_can_be_asked_for()
    {
        Assert.Equal(Quarter2, (await Subjects()).Term!.Id);
        Assert.Equal(Quarter1, (await Subjects(1)).Term!.Id);
        Assert.Null(await _school.Get<FamilyReadings>().Subjects(Parent.Person, Anna, 9));
    }

    [Fact]
    public async Task Every_counted_mark_is_a_point_and_the_line_is_the_average_after_it()
    {
        await _school.Submit(SmallSchoolFacts.Put("5/4", work: Work9));
        await _school.Submit(SmallSchoolFacts.Put("2", work: Work16));
        await _school.Submit(SmallSchoolFacts.Put("•"));

        var chart = new MarksChart(await Algebra7B());

        Assert.Equal(2, chart.Columns);
        Assert.Equal(["5", "4", "2"], chart.Points.Select(point => point.Text));
        Assert.True(chart.Points[0].Y < chart.Points[1].Y && chart.Points[1].Y < chart.Points[2].Y);
        var line = chart
            .Line.Split(' ')
            .Select(at => at.Split(',').Select(n => double.Parse(n, CultureInfo.InvariantCulture)).ToArray())
            .ToList();
        Assert.Equal(chart.Points.Select(point => point.X).Distinct().Select(x => Math.Round(x, 1)), line.Select(at => at[0]));
        Assert.True(line[0][1] > chart.Points[0].Y && line[0][1] < chart.Points[1].Y);
        Assert.All(chart.Points, point => Assert.InRange(point.X, MarksChart.Edge, MarksChart.End));
    }

    private async Task<SubjectsOfTerm> Subjects(int? term = null) =>
        (await _school.Get<FamilyReadings>().Subjects(Parent.Person, Anna, term))!;

    private async Task<SubjectMarks> Algebra7B() => (await Subjects()).Subjects.Single(one => one.Course == Algebra);

    private WorkId Work(string title) => _school.Algebra.Works.Values.Single(one => one.Work.Title == title).Work.Id;

    private WorkId Hidden() => _school.Pages.Read(EnglishPage)!.Works.Values.Single(one => one.Work.Title == "Скрыто").Work.Id;

    private async Task Put(CourseId course, WorkId work, string value) =>
        Assert.IsType<Applied>(await _school.Writer.Submit(SmallSchoolFacts.Put(value, work: work) with { Course = course }, OtherTeacher));
}
