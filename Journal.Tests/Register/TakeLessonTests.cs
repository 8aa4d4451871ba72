using Journal.Core.Basics;
using Journal.Core.Courses;
using Journal.Core.Lessons;
using Journal.Core.Register;
using static Journal.Tests.Register.TestPage;

namespace Journal.Tests.Register;

public class TakeLessonTests
{
    private static readonly PersonId Substitute = new(7);
    private static readonly PersonId Colleague = new(8);
    private static readonly Recorder By = new(Substitute, Moment, Today);

    private static readonly SubstitutionNow Theirs = Taken(Colleague);

    private static readonly JournalPage Given = Page with
    {
        Lessons = Page.Lessons.SetItem(Now.Id, Now with { Status = LessonStatus.Held, Teachers = [Substitute] }),
    };

    public static TheoryData<Case<TakeLesson>> Refusals =>
        new()
        {
            new("a lesson of nobody", Page, Take(new(77)), new UnknownLesson(new(77))),
            new("a lesson of Monday", Page, Take(Monday.Id), new LessonNotToday(Monday.Date)),
            new("a lesson ahead", Page, Take(Ahead.Id), new LessonNotToday(Ahead.Date)),
            new("a lesson somebody has given", Given, Take(Now.Id), new LessonGivenAlready(Today)),
            new("a closed term", Closed, Take(Now.Id), new TermClosed(TestPage.Id.Term)),
            new(
                "a cancelled lesson",
                Page with
                {
                    Lessons = Page.Lessons.SetItem(Now.Id, Now with { Status = LessonStatus.Cancelled }),
                },
                Take(Now.Id),
                new LessonNotHeld(Today, LessonStatus.Cancelled)
            ),
        };

    [Theory]
    [MemberData(nameof(Refusals))]
    public void A_lesson_is_not_taken_for_what_is_wrong_with_it(Case<TakeLesson> one) =>
        Assert.Equal(one.Refusal, one.Page.Decide(one.Command, By, null, isOwn: false, null).Refusal);

    [Fact]
    public void Whoever_says_so_gives_the_lesson_at_once_and_waits_for_the_deputy()
    {
        var fact = Assert.IsType<LessonSubstituted>(Assert.Single(Page.Decide(Take(Now.Id), By, null, isOwn: false, null).Events));

        Assert.Equal(
            new Substitution(Now.Id, Page.Id.Course, Today, Now.Number, Substitute, SubstitutionKind.Taught, false, null, null),
            fact.After
        );
        Assert.Equal(new Concern(Page.Id.Course), fact.Concern);
    }

    [Fact]
    public void With_a_lesson_of_ones_own_at_the_same_time_both_are_given_together()
    {
        var fact = (LessonSubstituted)Page.Decide(Take(Now.Id), By, null, isOwn: false, new LessonId(31)).Events[0];

        Assert.Equal((SubstitutionKind.Merged, new LessonId(31)), (fact.After!.Kind, fact.After.With!.Value));
    }

    [Fact]
    public void Who_teaches_the_course_stands_in_for_nobody() =>
        Assert.Equal(new TeachesTheCourse(Substitute), Page.Decide(Take(Now.Id), By, null, isOwn: true, null).Refusal);

    [Fact]
    public void A_lesson_that_a_colleague_has_taken_says_who_and_when() =>
        Assert.Equal(new LessonTaken(Theirs), Page.Decide(Take(Now.Id), By, Theirs, isOwn: false, null).Refusal);

    [Fact]
    public void Taken_twice_it_is_taken_once() =>
        Assert.Equal(70, Page.Decide(Take(Now.Id), By, Taken(Substitute), isOwn: false, null).AlreadySince);

    [Fact]
    public void It_is_given_back_by_who_has_taken_it()
    {
        var mine = Taken(Substitute);
        var back = new GiveBackLesson(Page.Id.Course, Now.Id);

        var fact = (LessonSubstituted)Page.Decide(back, By, mine).Events[0];

        Assert.Equal((mine.What, null), (fact.Before, fact.After));
        Assert.Equal(new LessonGivenAlready(Today), Given.Decide(back, By, mine).Refusal);
        Assert.Equal(new NotYoursToGiveBack(Now.Id), Page.Decide(back, By, Theirs).Refusal);
        Assert.Equal(new NotYoursToGiveBack(Now.Id), Page.Decide(back, By, null).Refusal);
        var confirmed = mine with { What = mine.What with { Confirmed = true } };
        Assert.Equal(new NotYoursToGiveBack(Now.Id), Page.Decide(back, By, confirmed).Refusal);
    }

    [Fact]
    public void The_lesson_is_the_substitutes_whoever_writes_it_down()
    {
        var record = new RecordLesson(Page.Id.Course, Now.Id, "Дроби", null, null, 0);

        var fact = (LessonRecorded)Page.Decide(record, By with { Substitute = Colleague }).Events[0];

        Assert.Equal(Colleague, Assert.Single(fact.After.Teachers));
    }

    private static TakeLesson Take(LessonId lesson) => new(Page.Id.Course, lesson);

    private static SubstitutionNow Taken(PersonId by) =>
        new(new(Now.Id, Page.Id.Course, Today, Now.Number, by, SubstitutionKind.Taught, false, null, null), 70, by, Moment);
}
