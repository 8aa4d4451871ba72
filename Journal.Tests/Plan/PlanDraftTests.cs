using System.Collections.Immutable;
using Journal.Core.Lessons;
using Journal.Web.Plan;
using static Journal.Tests.Support.SmallSchoolFacts;

namespace Journal.Tests.Plan;

/// <summary>What somebody does to a plan before it is saved.</summary>
public sealed class PlanDraftTests
{
    private static readonly ImmutableArray<PlanTopic> Three = [new("Дроби", 2, "Числа"), new("Корни", 1, "Числа"), new("Уравнения", 3)];

    private readonly PlanDraft _draft = new(Plan(Three, 7));

    private IEnumerable<string> Names => _draft.Rows.Select(row => row.Topic.Topic);

    [Fact]
    public void It_begins_as_what_was_on_the_screen()
    {
        Assert.False(_draft.IsChanged);
        Assert.False(_draft.CanStepBack);
        Assert.Equal(7, _draft.Command(Algebra).Expected);
        Assert.Equal(Three.AsEnumerable(), _draft.Command(Algebra).Topics.AsEnumerable());
    }

    [Fact]
    public void A_topic_is_moved_as_far_as_the_plan_goes_and_keeps_its_key()
    {
        var first = Key(0);

        _draft.Move(first, 1);
        Assert.Equal(["Корни", "Дроби", "Уравнения"], Names);
        _draft.Move(first, 99);
        Assert.Equal(["Корни", "Уравнения", "Дроби"], Names);
        _draft.Move(first, -99);

        Assert.Equal(["Дроби", "Корни", "Уравнения"], Names);
        Assert.Equal(first, Key(0));
        Assert.False(_draft.IsChanged);
    }

    [Theory]
    [InlineData(0, 2, "Корни", "Уравнения", "Дроби")]
    [InlineData(2, 0, "Уравнения", "Дроби", "Корни")]
    [InlineData(1, 1, "Дроби", "Корни", "Уравнения")]
    public void Dragged_onto_another_it_takes_that_ones_place(int from, int to, params string[] after)
    {
        _draft.MoveTo(Key(from), Key(to));

        Assert.Equal(after, Names);
    }

    [Fact]
    public void A_new_topic_stands_below_in_the_same_section_and_an_empty_one_is_not_sent()
    {
        var key = _draft.Add(Key(0));

        Assert.Equal(new PlanTopic("", 1, "Числа"), _draft.Rows[1].Topic);
        Assert.False(_draft.IsChanged);
        Assert.Null(_draft.FirstWrong());
        _draft.Put(key, new("Степени", 1, "Числа"));

        Assert.True(_draft.IsChanged);
        Assert.Equal(["Дроби", "Степени", "Корни", "Уравнения"], _draft.Topics.Select(topic => topic.Topic));
    }

    [Fact]
    public void Without_a_place_it_comes_last()
    {
        _draft.Add();

        Assert.Equal(["Дроби", "Корни", "Уравнения", ""], Names);
    }

    [Fact]
    public void Every_step_can_be_taken_back_the_last_first()
    {
        _draft.Remove(Key(1));
        _draft.Put(Key(0), new("Доли", 2));
        _draft.Replace([new("Всё сразу", 5)]);

        _draft.StepBack();
        Assert.Equal(["Доли", "Уравнения"], Names);
        _draft.StepBack();
        _draft.StepBack();

        Assert.False(_draft.IsChanged);
        Assert.False(_draft.CanStepBack);
        _draft.StepBack();
        Assert.Equal(Three.AsEnumerable(), _draft.Topics.AsEnumerable());
    }

    [Fact]
    public void What_changes_nothing_is_no_step()
    {
        _draft.Put(Key(0), Three[0]);
        _draft.Move(Key(0), -1);
        _draft.MoveTo(Key(0), Key(0));
        _draft.Remove(999);
        _draft.Put(999, new("Нет такой", 1));

        Assert.False(_draft.CanStepBack);
    }

    [Fact]
    public void A_hundred_steps_are_kept()
    {
        for (var i = 0; i < 150; i++)
            _draft.Put(Key(0), new($"Тема {i}", 1));
        for (var i = 0; i < 150; i++)
            _draft.StepBack();

        Assert.Equal("Тема 49", Names.First());
    }

    [Fact]
    public void What_keeps_a_topic_from_being_saved_names_its_place_among_those_that_are_sent()
    {
        _draft.Add(Key(0));
        _draft.Put(Key(2), new("Корни", 0));

        Assert.Equal(Key(2), _draft.FirstWrong()!.Key);
        Assert.Equal(new PlanHoursOutOfRange(2, 0, LessonPlan.MostHours), _draft.WrongIn(_draft.Rows[2]));
        Assert.Null(_draft.WrongIn(_draft.Rows[3]));
    }

    [Fact]
    public void Kept_on_top_it_is_written_over_what_a_colleague_wrote()
    {
        _draft.Remove(Key(0));
        var mine = _draft.Topics;

        _draft.WriteOver(Plan([new("Чужое", 1)], 9));

        Assert.True(_draft.IsChanged);
        Assert.Equal((9, mine.Length), (_draft.Command(Algebra).Expected, _draft.Command(Algebra).Topics.Length));
    }

    [Fact]
    public void On_the_board_topics_have_their_dates_while_they_are_being_moved()
    {
        CourseLesson[] lessons =
        [
            new(Lesson9, new(2026, 11, 9), 2, LessonStatus.Held, "Корни"),
            new(Lesson16, new(2026, 11, 16), 2, LessonStatus.Planned, null),
            new(LessonToday, Today, 2, LessonStatus.Planned, null),
            new(LessonAhead, new(2026, 11, 23), 2, LessonStatus.Planned, null),
        ];
        _draft.Add(Key(0));

        var board = PlanBoard.Of(_draft, lessons, Today);

        Assert.Equal([1, null, 2, 3], board.Rows.Select(row => row.Line?.Number));
        Assert.Equal(["Числа", null, null, null], board.Rows.Select(row => row.Section));
        Assert.Equal(1, board.Rows[2].Line!.Given);
        // The next lesson is today's.
        Assert.Equal(Key(3), board.Now);
        _draft.Move(Key(3), -3);
        Assert.Equal(new DateOnly(2026, 11, 9), PlanBoard.Of(_draft, lessons, Today).Rows[0].Line!.Planned[0]);
    }

    private static LessonPlan Plan(ImmutableArray<PlanTopic> topics, long version) =>
        new(topics, new(version, Teacher.Person, DateTimeOffset.UnixEpoch), null);

    private int Key(int place) => _draft.Rows[place].Key;
}
