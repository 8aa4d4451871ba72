using Bunit;
using Journal.Core.Access;
using Journal.Core.Basics;
using Journal.Core.Diary.Storage;
using Journal.Core.Homework.Storage;
using Journal.Core.Lessons;
using Journal.Core.Notices;
using Journal.Core.Register;
using Journal.Core.Remarks;
using Journal.Core.School;
using Journal.Core.Writing;
using Journal.Tests.Shell;
using Journal.Tests.Support;
using Journal.Web.MyClass;
using static Journal.Tests.Support.SmallSchoolFacts;

namespace Journal.Tests.Home;

/// <summary>The board of 7Б: English in two subgroups is the first lesson, algebra the second and running one.</summary>
public sealed class ClassTodayTests : StaffContext
{
    private static readonly LessonId First = new(101);
    private static readonly LessonId Second = new(102);

    [Fact]
    public async Task Every_student_stands_in_the_slot_of_the_own_group()
    {
        var board = await Board();

        Assert.Equal(
            ["1англ.", "2алгебра"],
            board.FindAll(".att thead th:not(:first-child)").Select(head => head.TextContent.ToLowerInvariant())
        );
        Assert.Equal(["wait", "wait now"], Classes(board, Anna));
        // Came after the groups of English were made.
        Assert.Equal(["off", "wait now"], Classes(board, Newcomer));
        Assert.Equal("Пятница, 20 ноября · идёт 2-й урок", board.Find(".says-day").TextContent);
    }

    [Fact]
    public async Task What_teachers_press_appears_and_only_that_students_line_is_drawn_anew()
    {
        var board = await Board();
        var lines = board.FindComponents<DayLine>();
        var others = lines.Where(line => line.Instance.Row.Student != Anna).Select(line => line.RenderCount).ToArray();

        Assert.IsType<Applied>(await School.Submit(Absent("н")));
        board.WaitForAssertion(() => Assert.Equal(["wait", "un now"], Classes(board, Anna)));
        Assert.Equal(others, lines.Where(line => line.Instance.Row.Student != Anna).Select(line => line.RenderCount));

        Assert.IsType<Applied>(await School.Submit(new DeclareRoll(Algebra, LessonToday)));
        board.WaitForAssertion(() => Assert.Equal(["wait", "p now"], Classes(board, Boris)));
        Assert.EndsWith("3 из 4 на уроке", board.Find(".says-day").TextContent);
        Assert.Equal("сегодня нет на уроках: 2", board.Find(".alarm small").TextContent);
    }

    [Fact]
    public async Task An_explained_absence_leaves_the_list_and_shows_its_reason()
    {
        Assert.IsType<Applied>(await School.Submit(Absent("н")));
        var board = await Board();
        Assert.Single(board.FindAll(".alarm li"));

        Assert.IsType<Applied>(
            await School.Writer.Submit(new ExplainAbsences(Anna, [new(Algebra, LessonToday, 0)], new(2), "справка"), ClassTeacher)
        );

        board.WaitForAssertion(() => Assert.Equal(["wait", "ill now"], Classes(board, Anna)));
        Assert.Empty(board.FindAll(".alarm"));
    }

    [Fact]
    public async Task Marks_appear_as_they_are_put_the_latest_first()
    {
        var board = await Board();

        Assert.IsType<Applied>(await School.Submit(Put("5")));
        Assert.IsType<Applied>(await School.Submit(Put("2", student: Boris)));

        board.WaitForAssertion(() => Assert.Equal(["2", "5"], board.FindAll(".marks .m").Select(mark => mark.TextContent)));
        Assert.Single(board.FindAll(".marks .bad"));
    }

    [Fact]
    public async Task Who_looked_at_the_diary_is_told_by_name_and_folded_away()
    {
        School.Get<Core.Access.FamilyReadings>().Looked(Parent.Person, Anna);
        var board = await Board();

        board.WaitForAssertion(() => Assert.Equal("на этой неделе 1 из 4", board.Find(".looks .count").TextContent));
        Assert.Null(board.Find(".looks").GetAttribute("open"));
        Assert.Equal(
            ["На этой неделе родители не смотрели", "Смотрели на этой неделе"],
            board.FindAll(".looks h3").Select(head => head.TextContent)
        );
        Assert.Equal([3, 1], board.FindAll(".looks ul").Select(list => list.Children.Length));
        Assert.Contains("сегодня в 10:00", board.FindAll(".looks ul")[1].TextContent);
    }

    [Fact]
    public async Task Whose_marks_ask_for_attention_is_listed_with_the_reason()
    {
        foreach (var work in new[] { Work9, Work16, WorkToday })
            Assert.IsType<Applied>(await School.Submit(Put("2", work: work)));

        var board = await Board();

        Assert.Equal("Алгебра: три неудовлетворительные подряд, средний 2,00", board.Find("[aria-labelledby=attention] small").TextContent);
        Assert.Equal("/diary/21", board.Find("[aria-labelledby=attention] a").GetAttribute("href"));
    }

    [Fact]
    public async Task What_a_guardian_tells_appears_and_is_confirmed_with_one_press()
    {
        Assert.IsType<Applied>(await School.Submit(Absent("н")));
        var board = await Board();
        Assert.Empty(board.FindAll(".notices"));

        await School.Writer.Submit(new TellAbsence(Anna, Today, new(2026, 11, 25), NoticeReason.Ill, "ОРВИ", null), Parent);
        board.WaitForAssertion(() => Assert.Equal("20–25 ноября · Болеет · ОРВИ", board.Find(".notices .words").TextContent));
        await board.InvokeAsync(() => board.Find(".notices .main").Click());

        board.WaitForAssertion(() => Assert.Equal("подтверждено", board.Find(".notices li .chip").TextContent));
        board.WaitForAssertion(() => Assert.Equal(["wait", "ill now"], Classes(board, Anna)));
        Assert.Equal("по сообщению родителей, 20.11–25.11", School.Algebra.Reasons[(LessonToday, Anna)].Value!.Document);
    }

    [Theory]
    [InlineData(7, 1, 2)]
    [InlineData(2, 1, 0)]
    [InlineData(1, 0, 0)]
    public async Task The_certificate_is_offered_to_whoever_may_have_it_and_the_answer_to_the_class_teacher(int who, int links, int buttons)
    {
        var file = await AttachedFile.Bring(School.Get<UploadBook>(), Parent);
        await School.Writer.Submit(new TellAbsence(Anna, Today, Today, NoticeReason.Ill, null, file), Parent);

        var board = await Board(new Actor(new PersonId(who)));

        Assert.Single(board.FindAll(".notices li"));
        Assert.Equal((links, buttons), (board.FindAll(".notices a.file").Count, board.FindAll(".notices button").Count));
    }

    [Fact]
    public async Task Declined_it_takes_a_sentence()
    {
        await School.Writer.Submit(new TellAbsence(Anna, Today, Today, NoticeReason.Family, null, null), Parent);
        var board = await Board();
        await board.InvokeAsync(() => board.FindAll(".notices button")[1].Click());
        await board.InvokeAsync(() => board.Find(".decline").Submit());
        board.WaitForAssertion(() => Assert.Contains("почему", board.Find(".notices .trouble").TextContent));

        await board.InvokeAsync(() => board.Find(".decline input").Change("Анна на уроках"));
        await board.InvokeAsync(() => board.Find(".decline").Submit());

        board.WaitForAssertion(() => Assert.Equal("не принято", board.Find(".notices li .chip").TextContent));
    }

    [Fact]
    public async Task Remarks_of_the_last_weeks_stand_with_who_has_read_them()
    {
        SeenBook.Prepare(School.File);
        var board = await Board();
        Assert.Equal("За четыре недели ничего не записано.", board.Find("[aria-labelledby=remarks] .empty").TextContent);

        await School.Submit(new WriteRemark(Anna, Algebra, LessonToday, null, RemarkKind.Note, "Не было тетради"));
        board.WaitForAssertion(() => Assert.Equal("Не было тетради", board.Find(".remarks .words").TextContent));
        Assert.Contains("Семья ещё не читала", board.Find(".remarks li").TextContent);
        // A teacher's remark is the teacher's to correct.
        Assert.Empty(board.FindAll(".remarks button"));

        await School.Get<FamilyReadings>().Read(Parent.Person, Anna, [new(1)]);

        board.WaitForAssertion(() => Assert.Contains("Прочитали: Фамилия9 И. 20 ноября", board.Find(".remarks li").TextContent));
    }

    [Fact]
    public async Task The_class_teacher_withdraws_what_she_wrote_and_it_stays_struck_out()
    {
        SeenBook.Prepare(School.File);
        await School.Writer.Submit(new WriteRemark(Anna, null, null, Today, RemarkKind.Praise, "Спасибо"), ClassTeacher);
        var board = await Board();

        await board.InvokeAsync(() => board.FindAll(".remarks button")[1].Click());

        board.WaitForAssertion(() => Assert.Single(board.FindAll(".remarks .gone")));
        await board.InvokeAsync(() => board.Find(".past").TriggerEvent("ontoggle", EventArgs.Empty));
        board.WaitForAssertion(() => Assert.Contains("было: Благодарность: Спасибо", board.Find(".past small").TextContent));
    }

    [Fact]
    public async Task A_head_looks_on_and_is_offered_no_reason()
    {
        Assert.IsType<Applied>(await School.Submit(Absent("н")));

        var board = await Board(Director);

        Assert.Single(board.FindAll(".alarm li"));
        Assert.Empty(board.FindAll(".alarm button"));
    }

    private async Task<IRenderedComponent<ClassToday>> Board(Actor? who = null)
    {
        await School.Writer.Record(
            new BellAdded(new(1), 2, new(9, 30), new(10, 10)),
            new LessonScheduled(EnglishOfFirst, Quarter2, First, Today, 1, DefaultWork: null),
            new LessonScheduled(EnglishOfSecond, Quarter2, Second, Today, 1, DefaultWork: null)
        );
        var reader = who ?? ClassTeacher;
        return Show<ClassToday>(
            reader,
            board =>
            {
                board.Add(b => b.Me, reader.Person);
                board.Add(b => b.Class, Class7B);
            }
        );
    }

    private static IEnumerable<string?> Classes(IRenderedComponent<ClassToday> board, StudentId student) =>
        board.FindAll($"[data-student='{student.Value}'] td").Select(cell => cell.ClassName);
}
