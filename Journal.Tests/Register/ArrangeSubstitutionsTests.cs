using Journal.Core.Basics;
using Journal.Core.Courses;
using Journal.Core.Lessons;
using Journal.Core.Register;
using static Journal.Tests.Register.TestPage;

namespace Journal.Tests.Register;

public class ArrangeSubstitutionsTests
{
    private static readonly PersonId First = new(7);
    private static readonly PersonId Second = new(8);

    [Fact]
    public void A_taken_lesson_is_confirmed_under_the_number_of_the_order()
    {
        var taken = Standing(First, confirmed: false);

        var fact = (LessonSubstituted)Assert.Single(Decide(Wish(70), First, SubstitutionKind.Taught, " № 5 ", taken).Events);

        Assert.Equal((taken.What, true, "№ 5"), (fact.Before, fact.After!.Confirmed, fact.After.Order));
    }

    [Fact]
    public void Over_what_somebody_has_arranged_meanwhile_nothing_is_written()
    {
        var now = Standing(First, confirmed: true);

        Assert.Equal(new SubstitutionConflict(Now.Id, now), Decide(Wish(0), Second, SubstitutionKind.Taught, null, now).Refusal);
        Assert.Equal(70, Decide(Wish(0), First, SubstitutionKind.Taught, null, now).AlreadySince);
    }

    [Fact]
    public void A_lesson_passes_from_one_to_the_other_in_one_step()
    {
        var standing = Standing(First, confirmed: true);

        var fact = (LessonSubstituted)Assert.Single(Decide(Wish(70), Second, SubstitutionKind.Taught, null, standing).Events);

        Assert.Equal((standing.What, Second), (fact.Before, fact.After!.Teacher));
    }

    [Fact]
    public void A_class_that_is_supervised_has_a_covered_lesson_until_it_is_taken_back()
    {
        var covered = Decide(Wish(0), First, SubstitutionKind.Covered, null, null).Events;

        Assert.Equal(LessonStatus.Covered, ((LessonRecorded)covered[0]).After.Status);
        var page = Page.Apply(At(101, covered[0]))!;
        var now = new SubstitutionNow(((LessonSubstituted)covered[1]).After!, 102, First, Moment);
        var back = page.Decide(Command(null, SubstitutionKind.Taught, null), Wish(102), now, isOwn: false, null).Events;
        Assert.Equal(LessonStatus.Planned, ((LessonRecorded)back[0]).After.Status);
    }

    [Fact]
    public void What_the_class_did_in_a_covered_lesson_stays_written()
    {
        var page = Page with
        {
            Lessons = Page.Lessons.SetItem(Now.Id, Now with { Status = LessonStatus.Covered, Topic = "Чтение", Teachers = [Second] }),
        };
        var now = Standing(First, confirmed: true, SubstitutionKind.Covered);

        var back = page.Decide(Command(null, SubstitutionKind.Taught, null), Wish(70), now, isOwn: false, null).Events;

        Assert.IsType<LessonSubstituted>(Assert.Single(back));
    }

    [Fact]
    public void A_lesson_that_is_written_down_becomes_that_of_who_has_given_it()
    {
        var page = Page with { Lessons = Page.Lessons.SetItem(Now.Id, Now with { Status = LessonStatus.Held, Teachers = [Second] }) };

        var facts = page.Decide(Command(First, SubstitutionKind.Taught, null), Wish(0), null, isOwn: false, null).Events;

        Assert.Equal(First, Assert.Single(((LessonRecorded)facts[0]).After.Teachers));
        Assert.IsType<LessonSubstituted>(facts[1]);
    }

    [Fact]
    public void Rid_of_a_lesson_one_has_not_given_it()
    {
        var page = Page with { Lessons = Page.Lessons.SetItem(Now.Id, Now with { Status = LessonStatus.Held, Teachers = [First] }) };
        var now = Standing(First, confirmed: true);

        var back = page.Decide(Command(null), Wish(70), now, isOwn: false, null).Events;
        var covered = page.Decide(Command(Second, SubstitutionKind.Covered), Wish(70), now, isOwn: false, null).Events;

        Assert.Empty(((LessonRecorded)back[0]).After.Teachers);
        Assert.Empty(((LessonRecorded)covered[0]).After.Teachers);
    }

    [Fact]
    public void A_topic_that_was_prepared_waits_for_the_teacher_who_comes_back()
    {
        var page = Page with { Lessons = Page.Lessons.SetItem(Now.Id, Now with { Status = LessonStatus.Covered, Topic = "Дроби" }) };
        var now = Standing(First, confirmed: true, SubstitutionKind.Covered);

        var back = page.Decide(Command(null), Wish(70), now, isOwn: false, null).Events;

        Assert.Equal((LessonStatus.Planned, "Дроби"), (((LessonRecorded)back[0]).After.Status, ((LessonRecorded)back[0]).After.Topic));
    }

    [Fact]
    public void Two_lessons_at_the_same_time_are_one_event_unless_the_class_is_only_supervised()
    {
        var with = new LessonId(31);
        var merged = Page.Decide(Command(First, SubstitutionKind.Taught, null), Wish(0), null, isOwn: false, with).Events;
        var covered = Page.Decide(Command(First, SubstitutionKind.Covered, null), Wish(0), null, isOwn: false, with).Events;

        Assert.Equal((SubstitutionKind.Merged, with), (After(merged).Kind, After(merged).With!.Value));
        Assert.Equal((SubstitutionKind.Covered, null), (After(covered).Kind, After(covered).With));
    }

    [Fact]
    public void Some_lessons_have_no_substitute()
    {
        Assert.Equal(new TeachesTheCourse(First), Page.Decide(Command(First), Wish(0), null, isOwn: true, null).Refusal);
        Assert.Equal(new UnknownLesson(new(77)), Page.Decide(Command(First), Wish(0) with { Lesson = new(77) }, null, false, null).Refusal);
        Assert.Equal(
            new LessonNotHeld(Cancelled.Date, LessonStatus.Cancelled),
            Page.Decide(Command(First), Wish(0) with { Lesson = Cancelled.Id }, null, false, null).Refusal
        );
        Assert.Equal(new TermClosed(TestPage.Id.Term), Closed.Decide(Command(First), Wish(0), null, false, null).Refusal);
    }

    private static Substitution After(IReadOnlyList<JournalEvent> facts) => ((LessonSubstituted)facts[^1]).After!;

    private static Decision Decide(SubstitutionWish wish, PersonId? teacher, SubstitutionKind kind, string? order, SubstitutionNow? now) =>
        Page.Decide(Command(teacher, kind, order), wish, now, isOwn: false, with: null);

    private static ArrangeSubstitutions Command(PersonId? teacher, SubstitutionKind kind = SubstitutionKind.Taught, string? order = null) =>
        new([], teacher, kind, order);

    private static SubstitutionWish Wish(long expected) => new(Page.Id.Course, Now.Id, expected);

    private static SubstitutionNow Standing(PersonId who, bool confirmed, SubstitutionKind kind = SubstitutionKind.Taught) =>
        new(new(Now.Id, Page.Id.Course, Today, Now.Number, who, kind, confirmed, null, null), 70, who, Moment);
}
