using Journal.Core.Basics;
using Journal.Core.Register;
using Journal.Core.Writing;
using Journal.Tests.Support;
using static Journal.Tests.Support.SmallSchoolFacts;

namespace Journal.Tests.Register;

/// <summary>The class teacher explains what teachers have recorded.</summary>
public sealed class ExplainAbsencesTests : IAsyncLifetime
{
    private static readonly AttendanceCodeId Ill = new(2);
    private static readonly AbsenceAt On9 = new(Algebra, Lesson9, 0);
    private static readonly AbsenceAt On16 = new(Algebra, Lesson16, 0);
    private static readonly AbsenceAt InEnglish = new(EnglishOfFirst, EnglishLesson1, 0);

    private readonly SmallSchool _school = new();

    public async Task InitializeAsync()
    {
        await Done(Absent("н", lesson: Lesson9), Teacher);
        await Done(Absent("н", lesson: Lesson16), Teacher);
        await Done(new SetAttendance(EnglishOfFirst, EnglishLesson1, Anna, "н", 0), OtherTeacher);
    }

    [Fact]
    public async Task One_paper_explains_lessons_of_several_subjects_and_the_facts_stay()
    {
        await Done(Explain(Ill, " справка № 214 ", On9, On16, InEnglish), ClassTeacher);

        var reason = new AbsenceReason(Ill, "справка № 214");
        Assert.Equal(reason, Reason(AlgebraPage, Lesson9));
        Assert.Equal(reason, Reason(AlgebraPage, Lesson16));
        Assert.Equal(reason, Reason(EnglishPage, EnglishLesson1));
        Assert.Equal(new(1), _school.Algebra.AttendanceAt(Lesson9, Anna).Value.Code);
        Assert.Empty(_school.Verify().Faults);
    }

    [Fact]
    public async Task A_lesson_nobody_was_marked_absent_in_leaves_all_unexplained()
    {
        var refused = await Refused(Explain(Ill, null, On9, new(Algebra, LessonToday, 0)));

        Assert.Equal(new NotAbsent(Today), refused);
        Assert.Null(Reason(AlgebraPage, Lesson9));
    }

    [Fact]
    public async Task A_reason_somebody_else_has_put_meanwhile_is_shown_and_nothing_is_overwritten()
    {
        await Done(Explain(Ill, "справка", On9), ClassTeacher);

        var refused = Assert.IsType<ReasonConflict>(await Refused(Explain(new(3), "заявление", On9, On16)));

        Assert.Equal(("справка", ClassTeacher.Person), (refused.Now.Value!.Document, refused.Now.By));
        Assert.Null(Reason(AlgebraPage, Lesson16));
    }

    [Fact]
    public async Task A_reason_can_be_changed_and_taken_back_with_the_version_one_saw()
    {
        await Done(Explain(Ill, "справка", On9), ClassTeacher);
        var seen = _school.Algebra.Reasons[(Lesson9, Anna)].Version;
        Assert.IsType<Unchanged>(await _school.Writer.Submit(Explain(Ill, "справка", On9), ClassTeacher));

        await Done(Explain(null, null, On9 with { Expected = seen }), ClassTeacher);

        Assert.Null(Reason(AlgebraPage, Lesson9));
    }

    [Fact]
    public async Task Papers_that_come_after_the_edit_window_are_taken()
    {
        _school.Clock.Advance(TimeSpan.FromDays(30));

        await Done(Explain(Ill, "справка", On9), ClassTeacher);

        Assert.Equal(Ill, Reason(AlgebraPage, Lesson9)!.Code);
    }

    [Fact]
    public async Task A_closed_term_stays_as_it_was_signed()
    {
        await Done(new Core.Courses.LockTerm(Quarter2, Class7B), Deputy);

        Assert.Equal(new TermClosed(Quarter2), await Refused(Explain(Ill, null, On9)));
    }

    public static TheoryData<string, ExplainAbsences, Refusal> Unfit =>
        new()
        {
            { "nothing", Explain(Ill, null), new NoAbsenceNamed() },
            { "too many", Explain(Ill, null, [.. Enumerable.Repeat(On9, 501)]), new TooManyAbsences(501, 500) },
            { "no code of ours", Explain(new(99), null, On9), new NotAReason(new(99)) },
            { "not known is no reason", Explain(new(1), null, On9), new NotAReason(new(1)) },
            { "late is no absence", Explain(new(4), null, On9), new NotAReason(new(4)) },
            { "a long story", Explain(Ill, new string('я', 201), On9), new DocumentTooLong(201, 200) },
            { "half a letter", Explain(Ill, "\ud83d", On9), new DocumentUnreadable() },
            { "another course's lesson", Explain(Ill, null, new AbsenceAt(Algebra, Lesson8A, 0)), new UnknownLesson(Lesson8A) },
        };

    [Theory]
    [MemberData(nameof(Unfit))]
    public async Task What_is_unfit_is_refused(string what, ExplainAbsences command, Refusal refusal)
    {
        Assert.NotEmpty(what);
        Assert.Equal(refusal, await Refused(command));
    }

    public async Task DisposeAsync() => await _school.DisposeAsync();

    private static ExplainAbsences Explain(AttendanceCodeId? code, string? document, params AbsenceAt[] absences) =>
        new(Anna, absences, code, document);

    private AbsenceReason? Reason(PageId page, LessonId lesson) =>
        _school.Pages.Read(page)!.Reasons.GetValueOrDefault((lesson, Anna))?.Value;

    private async Task Done(Command command, Actor by) => Assert.IsType<Applied>(await _school.Writer.Submit(command, by));

    private async Task<Refusal> Refused(Command command) => Assert.IsType<Refused>(await _school.Writer.Submit(command, ClassTeacher)).Why;
}
