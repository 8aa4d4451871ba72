using Journal.Core.Access;
using Journal.Core.Basics;
using Journal.Core.Classes;
using Journal.Core.Homework.Storage;
using Journal.Core.Notices;
using Journal.Core.People;
using Journal.Core.Persistence;
using Journal.Core.Register;
using Journal.Core.Writing;
using Journal.Tests.Support;
using static Journal.Tests.Support.SmallSchoolFacts;

namespace Journal.Tests.Notices;

/// <summary>Guardians tell of absences; the class teacher answers, and with that the reasons are put.</summary>
public sealed class NoticesTests : IAsyncDisposable
{
    private static readonly AttendanceCodeId Ill = new(2);

    private readonly SmallSchool _school = new();

    private FamilyReadings Family => _school.Get<FamilyReadings>();

    private Readings Doors => _school.Get<Readings>();

    [Fact]
    public async Task A_guardian_tells_and_sees_what_becomes_of_it()
    {
        await Accepted(Tell(), Parent);

        var own = Assert.Single((await Family.OwnNotices(Parent.Person, Anna))!.All);

        Assert.Equal((NoticeState.Told, Today, Today.AddDays(5)), (own.State, own.Notice.From, own.Notice.To));
        Assert.Equal(1, await Doors.UnansweredNotices(ClassTeacher.Person, Class7B));
        Assert.Empty(_school.Verify().Faults);
    }

    [Fact]
    public async Task Neither_the_student_nor_anybody_elses_parent_tells_or_sees_it()
    {
        foreach (var who in new[] { new Actor(Anna.Person), OtherParent, Teacher, ClassTeacher, Deputy })
        {
            Assert.Equal(new Forbidden(), await Refused(Tell(), who));
            Assert.Null(await Family.OwnNotices(who.Person, Anna));
        }

        // The other parent of the same child has notices of his own.
        await Accepted(new LinkGuardian(OtherParent.Person, Anna, Today), Registrar);
        await Accepted(Tell(), Parent);
        Assert.Empty((await Family.OwnNotices(OtherParent.Person, Anna))!.All);
    }

    [Fact]
    public async Task The_days_are_from_five_days_back_to_sixty_ahead()
    {
        var (earliest, latest) = (Today.AddDays(-5), Today.AddDays(60));
        Assert.Equal(new NoticeDaysOutOfRange(earliest, latest), await Refused(Tell() with { From = earliest.AddDays(-1) }, Parent));
        Assert.Equal(new NoticeDaysOutOfRange(earliest, latest), await Refused(Tell() with { To = latest.AddDays(1) }, Parent));
        Assert.Equal(new NoticeDaysReversed(Today, Today.AddDays(-1)), await Refused(Tell() with { To = Today.AddDays(-1) }, Parent));
        await Accepted(Tell() with { From = earliest, To = latest }, Parent);
        Assert.Equal(new AbsenceToldAlready(earliest, latest), await Refused(Tell(), Parent));
    }

    [Fact]
    public async Task Another_reason_is_said_in_words()
    {
        var other = Tell() with { Reason = NoticeReason.Other };
        Assert.Equal(new NoticeTextMissing(), await Refused(other with { Text = "  " }, Parent));
        Assert.Equal(new NoticeTextTooLong(301, 300), await Refused(other with { Text = new string('а', 301) }, Parent));
        Assert.Equal(new NoticeTextUnreadable(), await Refused(other with { Text = "a\u0007" }, Parent));
        Assert.Equal(new UnknownNoticeReason(9), await Refused(Tell() with { Reason = (NoticeReason)9 }, Parent));
        await Accepted(other with { Text = "Соревнования" }, Parent);
    }

    [Fact]
    public async Task Its_author_takes_it_back_until_it_is_answered()
    {
        await Accepted(Tell(), Parent);
        var notice = await Notice();
        Assert.Equal(new Forbidden(), await Refused(new WithdrawNotice(notice.Notice.Id), ClassTeacher));

        await Accepted(new WithdrawNotice(notice.Notice.Id), Parent);

        Assert.Empty((await Doors.ToldAbsences(Teacher.Person, LessonToday))!);
        Assert.IsType<NoticeConflict>(await Refused(Confirm(notice), ClassTeacher));
        await Accepted(Tell(), Parent);
        notice = await Notice();
        await Accepted(Confirm(notice), ClassTeacher);
        Assert.Equal(new NoticeAnsweredAlready(NoticeState.Confirmed), await Refused(new WithdrawNotice(notice.Notice.Id), Parent));
        Assert.Empty(_school.Verify().Faults);
    }

    [Fact]
    public async Task Confirming_puts_the_reason_of_the_absences_that_have_none()
    {
        await Accepted(Absent("н", lesson: Lesson16), Teacher);
        await Accepted(Absent("н"), Teacher);
        await Accepted(Explained(Lesson16, "справка"), ClassTeacher);
        await Accepted(Tell() with { From = Today.AddDays(-4) }, Parent);

        await Accepted(Confirm(await Notice()), ClassTeacher);

        Assert.Equal("справка", _school.Algebra.Reasons[(Lesson16, Anna)].Value!.Document);
        Assert.Equal(new AbsenceReason(Ill, "по сообщению"), _school.Algebra.Reasons[(LessonToday, Anna)].Value);
        Assert.Empty(_school.Verify().Faults);
    }

    [Fact]
    public async Task An_absence_recorded_later_gets_the_reason_when_it_is()
    {
        await Accepted(Tell(), Parent);
        await Accepted(Confirm(await Notice()), ClassTeacher);

        var answer = Assert.IsType<Applied>(await _school.Submit(Absent("н")));
        await Accepted(Absent("о5", student: Boris), Teacher);

        Assert.Equal(new AbsenceReason(Ill, "по сообщению"), _school.Algebra.Reasons[(LessonToday, Anna)].Value);
        // What the browser goes on with is the version of the cell.
        Assert.Equal(answer.Seq, _school.Algebra.AttendanceAt(LessonToday, Anna).Version);
        Assert.DoesNotContain((LessonToday, Boris), _school.Algebra.Reasons.Keys);
        Assert.Empty(_school.Verify().Faults);
    }

    [Fact]
    public async Task Declined_it_says_why_and_gives_no_reason()
    {
        await Accepted(Tell(), Parent);
        var decline = Confirm(await Notice()) with { Confirmed = false, Text = null };
        Assert.Equal(new NoticeAnswerMissing(), await Refused(decline, ClassTeacher));

        await Accepted(decline with { Text = "Сегодня Анна на уроках" }, ClassTeacher);

        Assert.Equal("Сегодня Анна на уроках", Assert.Single((await Family.OwnNotices(Parent.Person, Anna))!.All).Answer);
        await Accepted(Absent("н"), Teacher);
        Assert.Empty(_school.Algebra.Reasons);
        Assert.Empty((await Doors.ToldAbsences(Teacher.Person, LessonToday))!);
        // Of what was declined one may tell again.
        await Accepted(Tell(), Parent);
    }

    [Fact]
    public async Task An_answer_is_of_the_notice_that_was_on_the_screen()
    {
        await Accepted(Tell(), Parent);
        var notice = await Notice();

        Assert.Equal(new UnknownNotice(new(99)), await Refused(Confirm(notice) with { Notice = new(99) }, ClassTeacher));
        Assert.Equal(new UnknownNotice(notice.Notice.Id), await Refused(Confirm(notice) with { Student = Boris }, ClassTeacher));
        Assert.Equal(new NotAReason(new(1)), await Refused(Confirm(notice) with { Code = new(1) }, ClassTeacher));
        Assert.IsType<NoticeConflict>(await Refused(Confirm(notice) with { Expected = 1 }, ClassTeacher));
        await Accepted(Confirm(notice), ClassTeacher);
        Assert.IsType<Unchanged>(await _school.Writer.Submit(Confirm(notice), ClassTeacher));
    }

    [Fact]
    public async Task The_roll_knows_the_fact_and_after_the_answer_the_reason()
    {
        var codes = _school.Algebra.Rules.Codes;
        await Accepted(Tell() with { To = Today }, Parent);
        Assert.Equal("н", Assert.Single((await Doors.ToldAbsences(Teacher.Person, LessonToday))!).CodeOf(codes)!.Letter);
        Assert.Empty((await Doors.ToldAbsences(Teacher.Person, LessonAhead))!);

        await Accepted(Confirm(await Notice()), ClassTeacher);

        Assert.Equal("б", Assert.Single((await Doors.ToldAbsences(Teacher.Person, LessonToday))!).CodeOf(codes)!.Letter);
    }

    [Fact]
    public async Task The_file_is_for_its_author_the_class_teacher_and_the_deputy_and_stays()
    {
        var uploads = _school.Get<UploadBook>();
        var file = await AttachedFile.Bring(uploads, Parent);
        Assert.Equal(new UnknownHomeworkFile(file.Id), await Refused(Tell() with { File = file with { Name = "x.html" } }, Parent));
        await Accepted(new LinkGuardian(OtherParent.Person, Anna, Today), Registrar);
        Assert.Equal(new UnknownHomeworkFile(file.Id), await Refused(Tell() with { File = file }, OtherParent));

        await Accepted(Tell() with { File = file }, Parent);

        var may = new List<int>();
        for (var person = 1; person <= 25; person++)
        {
            if (await Doors.File(new PersonId(person), file.Id) is not null)
                may.Add(person);
        }

        Assert.Equal([2, 7, 9], may);
        _school.Clock.Advance(TimeSpan.FromDays(2));
        Assert.Equal(0, await uploads.Clear());
        Assert.Empty(_school.Verify().Faults);
        FileStore.Beside(_school.File).Forget(file.Id);
        Assert.Equal($"the attached file {file.Id:N} is missing", Assert.Single(_school.Verify().Faults));
    }

    [Fact]
    public async Task After_a_change_of_class_the_new_class_teacher_sees_and_answers_it()
    {
        await Accepted(Tell(), Parent);
        await _school.Writer.Record(
            new ClassTeacherAppointed(Class8A, OtherTeacher.Person, YearStart, null),
            new ClassJoined(Anna, Class7B, YearStart, Today),
            new ClassJoined(Anna, Class8A, Today.AddDays(1), null)
        );
        _school.Clock.Advance(TimeSpan.FromDays(1));

        Assert.Empty((await Doors.Notices(ClassTeacher.Person, Class7B, Today))!);
        Assert.Equal(0, await Doors.UnansweredNotices(ClassTeacher.Person, Class7B));
        Assert.Equal(1, await Doors.UnansweredNotices(OtherTeacher.Person, Class8A));
        var notice = Assert.Single((await Doors.Notices(OtherTeacher.Person, Class8A, Today))!);
        await Accepted(Confirm(notice), OtherTeacher);
    }

    [Fact]
    public async Task What_was_brought_and_never_sent_is_cleared_away()
    {
        await AttachedFile.Bring(_school.Get<UploadBook>(), Parent);
        _school.Clock.Advance(TimeSpan.FromDays(2));

        Assert.Equal(1, await _school.Get<UploadBook>().Clear());
    }

    public ValueTask DisposeAsync() => _school.DisposeAsync();

    private static TellAbsence Tell() => new(Anna, Today, Today.AddDays(5), NoticeReason.Ill, null, null);

    private static AnswerNotice Confirm(NoticeCard over) =>
        new(Anna, over.Notice.Id, Confirmed: true, Ill, "по сообщению", null, over.Version);

    private static ExplainAbsences Explained(LessonId lesson, string document) => new(Anna, [new(Algebra, lesson, 0)], Ill, document);

    private async Task<NoticeCard> Notice() =>
        (await Doors.Notices(ClassTeacher.Person, Class7B, Today))!.MaxBy(one => one.Notice.Id.Value)!;

    private async Task Accepted(Command command, Actor who) => Assert.IsType<Applied>(await _school.Writer.Submit(command, who));

    private async Task<Refusal> Refused(Command command, Actor who) =>
        Assert.IsType<Refused>(await _school.Writer.Submit(command, who)).Why;
}
