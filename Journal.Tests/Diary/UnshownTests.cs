using Journal.Web.Diary;

namespace Journal.Tests.Diary;

public sealed class UnshownTests
{
    private readonly Unshown _unshown = new(shown: 10);

    [Fact]
    public void What_the_page_holds_already_is_nothing_new()
    {
        _unshown.Heard(10, lesson: null);
        _unshown.Heard(9, lesson: 1);

        Assert.True(_unshown.IsEmpty);
    }

    [Fact]
    public void Lessons_wait_with_the_last_change_of_each()
    {
        _unshown.Heard(11, 1);
        _unshown.Heard(12, 2);
        _unshown.Heard(13, 1);

        Assert.Equal([(1, 13L), (2, 12L)], Waiting());
    }

    [Fact]
    public void With_anything_else_among_them_the_whole_page_is_needed()
    {
        _unshown.Heard(11, 1);
        _unshown.Heard(12, null);
        _unshown.Heard(13, 1);

        Assert.Null(_unshown.Lessons());
        Assert.False(_unshown.IsEmpty);
    }

    [Fact]
    public void A_lesson_that_changed_while_it_was_drawn_waits_on()
    {
        _unshown.Heard(11, 1);
        _unshown.Heard(12, 2);
        var drawn = _unshown.Lessons()!;
        _unshown.Heard(13, 1);
        _unshown.Drew(drawn);

        Assert.Equal([(1, 13L)], Waiting());
    }

    [Fact]
    public void What_the_school_said_before_a_lesson_changed_is_not_forgotten_with_the_drawing()
    {
        _unshown.Heard(12, 1);
        _unshown.Drew(_unshown.Lessons()!);
        _unshown.Heard(11, null);

        Assert.False(_unshown.IsEmpty);
        Assert.Null(_unshown.Lessons());
    }

    [Fact]
    public void A_whole_page_holds_everything_up_to_its_change_and_nothing_after_it()
    {
        _unshown.Heard(11, 1);
        _unshown.Heard(12, null);
        _unshown.Heard(14, 2);
        _unshown.Holds(13);

        Assert.Equal([(2, 14L)], Waiting());
    }

    [Fact]
    public void A_page_older_than_what_was_drawn_takes_it_away_again()
    {
        _unshown.Heard(12, 1);
        _unshown.Drew(_unshown.Lessons()!);
        _unshown.Holds(11);

        Assert.False(_unshown.IsEmpty);
        Assert.Null(_unshown.Lessons());

        _unshown.Holds(12);
        Assert.True(_unshown.IsEmpty);
    }

    [Fact]
    public void Lessons_that_could_not_be_drawn_need_the_whole_page()
    {
        _unshown.Heard(11, 1);
        _unshown.NeedsWhole();
        Assert.Null(_unshown.Lessons());

        _unshown.Holds(11);
        Assert.True(_unshown.IsEmpty);
    }

    private IEnumerable<(int, long)> Waiting() => _unshown.Lessons()!.OrderBy(one => one.Key).Select(one => (one.Key, one.Value));
}
