using Journal.Core.Access;
using Journal.Core.Basics;
using Journal.Core.Courses;
using Journal.Core.Courses.Storage;
using Journal.Core.Diary;
using Journal.Core.Diary.Storage;
using Journal.Core.Register;
using Journal.Core.Remarks;
using Journal.Core.Writing;
using Journal.Tests.Support;
using Journal.Web.Remarks;
using static Journal.Tests.Support.SmallSchoolFacts;

namespace Journal.Tests.Remarks;

/// <summary>«Замечание», «благодарность», «обращение»: who writes them of whom, what becomes of them, who has read them.</summary>
public sealed class RemarksTests : IAsyncDisposable
{
    private readonly SmallSchool _school = new();

    public RemarksTests() => SeenBook.Prepare(_school.File);

    private Readings Doors => _school.Get<Readings>();

    private FamilyReadings Family => _school.Get<FamilyReadings>();

    [Fact]
    public async Task It_stands_under_its_lesson_with_its_author_and_time_for_the_family()
    {
        await Accepted(Note("Не было тетради"), Teacher);

        var remark = Assert.Single((await Lesson(Parent)).Remarks);

        Assert.Equal((RemarkKind.Note, "Не было тетради", Teacher.Person), (remark.Kind, remark.Text, remark.By));
        Assert.Equal(_school.Clock.GetUtcNow(), remark.At);
        Assert.Equal(NewsKind.New, remark.News.Kind);
        Assert.True(remark.IsUnread);
        Assert.False(remark.IsCorrected);
        Assert.Empty(_school.Verify().Faults);
    }

    [Theory]
    [InlineData("")]
    [InlineData("  \n ")]
    public async Task Without_words_it_is_none(string text) => Assert.Equal(new RemarkMissing(), await Refused(Note(text), Teacher));

    [Fact]
    public async Task It_is_short_and_readable()
    {
        Assert.Equal(new RemarkTooLong(501, 500), await Refused(Note(new string('а', 501)), Teacher));
        Assert.Equal(new RemarkUnreadable(), await Refused(Note("a\u0007"), Teacher));
        Assert.Equal(new UnknownRemarkKind(9), await Refused(Note("x") with { Kind = (RemarkKind)9 }, Teacher));
        await Accepted(Note($" {new string('а', 500)} "), Teacher);
    }

    [Fact]
    public async Task It_is_of_a_student_who_was_there_on_a_day_that_has_come()
    {
        Assert.Equal(new StudentNotInGroup(Newcomer, new(2026, 11, 9)), await Refused(Note("x", Newcomer, Lesson9), Teacher));
        Assert.Equal(new StudentNotInGroup(Stranger, Today), await Refused(Note("x", Stranger), Teacher));
        Assert.Equal(new LessonInFuture(new(2026, 11, 23)), await Refused(Note("x", lesson: LessonAhead), Teacher));
        Assert.Equal(new UnknownLesson(Lesson8A), await Refused(Note("x", lesson: Lesson8A), Teacher));
    }

    [Fact]
    public async Task A_substitute_writes_into_the_lesson_he_gave_and_into_no_other()
    {
        await Accepted(new RecordLesson(Algebra, Lesson16, "Topic", null, null, 0), Teacher);
        await Accepted(new EndLoad(Algebra, Teacher.Person, Today), Deputy);

        await Accepted(Note("x", lesson: Lesson16), Teacher);
        Assert.Equal(new Forbidden(), await Refused(Note("x", lesson: LessonToday), Teacher));
    }

    [Fact]
    public async Task The_class_teacher_writes_of_a_day_of_the_own_class()
    {
        await Accepted(OfDay(Today.AddDays(-1)), ClassTeacher);

        Assert.Equal(new RemarkAhead(Today.AddDays(1)), await Refused(OfDay(Today.AddDays(1)), ClassTeacher));
        var early = OfDay(new(2026, 11, 9)) with { Student = Newcomer };
        Assert.Equal(new StudentNotInClass(Newcomer, new(2026, 11, 9)), await Refused(early, ClassTeacher));
        Assert.Equal(new Forbidden(), await Refused(OfDay(Today), Teacher));
        Assert.Equal(new Forbidden(), await Refused(OfDay(Today) with { Course = Algebra }, ClassTeacher));
        var day = (await Week(Parent)).Days.Single(one => one.Date == Today.AddDays(-1));
        Assert.Equal("Спасибо за помощь", Assert.Single(day.Remarks).Text);
    }

    [Fact]
    public async Task Corrected_at_once_it_is_what_was_meant_and_later_it_is_changed()
    {
        await Accepted(Note("Не было тетрди"), Teacher);
        await Family.Saw(Parent.Person, Anna, long.MaxValue, leaving: false);
        _school.Clock.Advance(TimeSpan.FromMinutes(9));
        await Accepted(Correct("Не было тетради", await Card()), Teacher);
        Assert.Equal((false, NewsKind.None), State(Assert.Single((await Lesson(Parent)).Remarks)));

        _school.Clock.Advance(TimeSpan.FromMinutes(2));
        await Accepted(Correct("Не было учебника", await Card()), Teacher);

        Assert.Equal((true, NewsKind.Changed), State(Assert.Single((await Lesson(Parent)).Remarks)));
        Assert.Empty(_school.Verify().Faults);
    }

    [Fact]
    public async Task Whoever_was_faster_is_not_written_over()
    {
        await Accepted(Note("Первое"), Teacher);
        var seen = await Card();
        await Accepted(Correct("Второе", seen), Teacher);

        var conflict = Assert.IsType<RemarkConflict>(await Refused(Correct("Третье", seen), Teacher));

        Assert.Equal("Второе", conflict.Now.Words.Text);
        Assert.IsType<RemarkConflict>(await Refused(new WithdrawRemark(seen.Remark.Id, seen.Version), Teacher));
        Assert.IsType<Unchanged>(await _school.Submit(Correct("Второе", await Card())));
    }

    [Fact]
    public async Task Withdrawn_it_is_gone_for_the_family_and_kept_for_the_staff()
    {
        await Accepted(Note("Первое"), Teacher);
        await Accepted(Correct("Второе", await Card()), Teacher);
        var last = await Card();
        await Accepted(new WithdrawRemark(last.Remark.Id, last.Version), Teacher);

        Assert.Empty((await Lesson(Parent)).Remarks);
        var entry = Assert.Single((await Doors.Remarks(ClassTeacher.Person, Algebra, Anna))!);
        Assert.True(entry.Card.IsWithdrawn);
        Assert.False(entry.MayChange);
        var past = (await Doors.RemarkHistory(ClassTeacher.Person, last.Remark.Id))!;
        Assert.Equal([typeof(RemarkWritten), typeof(RemarkCorrected), typeof(RemarkWithdrawn)], past.Select(one => one.Event.GetType()));
        Assert.True(Assert.IsType<RemarkConflict>(await Refused(Correct("Ещё", last), Teacher)).Now.IsWithdrawn);
        Assert.Null(await Doors.RemarkHistory(Parent.Person, last.Remark.Id));
        Assert.Empty(_school.Verify().Faults);
    }

    [Fact]
    public async Task Who_of_the_family_has_read_it_is_known_from_the_first_time()
    {
        await Accepted(Note("x"), Teacher);
        var id = (await Card()).Remark.Id;

        Assert.True(await Family.Read(Parent.Person, Anna, [id, id, new(999)]));
        _school.Clock.Advance(TimeSpan.FromHours(1));
        Assert.True(await Family.Read(Parent.Person, Anna, [id]));
        Assert.True(await Family.Read(Anna.Person, Anna, [id]));

        Assert.False(Assert.Single((await Lesson(Parent)).Remarks).IsUnread);
        var entry = Assert.Single((await Doors.ClassRemarks(ClassTeacher.Person, Class7B, Today))!);
        Assert.Equal(
            [(Parent.Person, TimeSpan.FromHours(-1)), (Anna.Person, TimeSpan.Zero)],
            entry.Readers.Select(one => (one.By, one.At - _school.Clock.GetUtcNow()))
        );
    }

    [Fact]
    public async Task Corrected_it_is_unread_again_and_whoever_read_the_old_words_has_not_read_it()
    {
        await Accepted(Note("Не было тетрди"), Teacher);
        var id = (await Card()).Remark.Id;
        Assert.True(await Family.Read(Parent.Person, Anna, [id]));
        _school.Clock.Advance(TimeSpan.FromHours(1));
        await Accepted(Correct("Не было учебника", await Card()), Teacher);

        Assert.True(Assert.Single((await Lesson(Parent)).Remarks).IsUnread);
        Assert.Empty(Assert.Single((await Doors.ClassRemarks(ClassTeacher.Person, Class7B, Today))!).Readers);
        Assert.True(await Family.Read(Parent.Person, Anna, [id]));

        Assert.False(Assert.Single((await Lesson(Parent)).Remarks).IsUnread);
        var reader = Assert.Single(Assert.Single((await Doors.ClassRemarks(ClassTeacher.Person, Class7B, Today))!).Readers);
        Assert.Equal((Parent.Person, _school.Clock.GetUtcNow()), (reader.By, reader.At));
    }

    [Fact]
    public async Task Corrected_by_somebody_else_it_names_both()
    {
        Language.Is("ru");
        await Accepted(Note("Не было тетради"), Teacher);
        await Accepted(new GiveLoad(Algebra, OtherTeacher.Person, Today), Deputy);
        await Accepted(Correct("Не было учебника", await Card()), OtherTeacher);

        var remark = Assert.Single((await Lesson(Parent)).Remarks);

        Assert.Equal((true, Teacher.Person, OtherTeacher.Person), (remark.IsCorrected, remark.By, remark.Last.By));
        Assert.Equal("изменено: Фамилия8 И.", RemarkText.Corrected(await Card(), _school.Get<RosterSource>().Current));
    }

    [Fact]
    public async Task Nobody_else_reads_it_or_can_say_so()
    {
        await Accepted(Note("x"), Teacher);
        var id = (await Card()).Remark.Id;

        foreach (var stranger in new[] { OtherParent, ClassTeacher, Teacher, new Actor(Stranger.Person) })
            Assert.False(await Family.Read(stranger.Person, Anna, [id]));
        // A remark of somebody else's child.
        Assert.True(await Family.Read(OtherParent.Person, Boris, [id]));
        Assert.False(
            await Family.Read(Parent.Person, Anna, [.. Enumerable.Range(1, FamilyReadings.MostRead + 1).Select(one => new RemarkId(one))])
        );

        Assert.Empty(await _school.Get<ReadBook>().Of([id]));
        Assert.Empty((await Family.Week(OtherParent.Person, Boris, null))!.Days.SelectMany(day => day.AllRemarks));
    }

    [Fact]
    public async Task One_in_another_week_is_pointed_to()
    {
        await Accepted(Note("x", lesson: Lesson9), Teacher);

        Assert.Equal([new DateOnly(2026, 11, 9)], (await Week(Parent)).Elsewhere);
    }

    public ValueTask DisposeAsync() => _school.DisposeAsync();

    private static WriteRemark Note(string text, StudentId? student = null, LessonId? lesson = null) =>
        new(student ?? Anna, Algebra, lesson ?? LessonToday, null, RemarkKind.Note, text);

    private static WriteRemark OfDay(DateOnly date) => new(Anna, null, null, date, RemarkKind.Praise, "Спасибо за помощь");

    private static CorrectRemark Correct(string text, RemarkCard over) => new(over.Remark.Id, RemarkKind.Note, text, over.Version);

    private static (bool, NewsKind) State(DiaryRemark remark) => (remark.IsCorrected, remark.News.Kind);

    private async Task<RemarkCard> Card() => (await Doors.Remarks(Teacher.Person, Algebra, Anna))![0].Card;

    private async Task<DiaryWeek> Week(Actor who) => (await Family.Week(who.Person, Anna, null))!;

    private async Task<DiaryLesson> Lesson(Actor who) =>
        (await Week(who)).Days.SelectMany(day => day.Lessons).Single(lesson => lesson.Lesson == LessonToday);

    private async Task Accepted(Command command, Actor who) => Assert.IsType<Applied>(await _school.Writer.Submit(command, who));

    private async Task<Refusal> Refused(Command command, Actor who) =>
        Assert.IsType<Refused>(await _school.Writer.Submit(command, who)).Why;
}
