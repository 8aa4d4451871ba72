using System.Collections.Immutable;
using Journal.Core.Basics;
using Journal.Core.Lessons;

namespace Journal.Web.Plan;

/// <summary>A topic on the screen; its key stays with it wherever it is moved.</summary>
public sealed record DraftTopic(int Key, PlanTopic Topic)
{
    /// <summary>Added and never filled in: it is not sent.</summary>
    public bool IsBlank => string.IsNullOrWhiteSpace(Topic.Topic) && Topic is { Homework: null, Work: null };
}

/// <summary>
/// The plan while somebody edits it: the version it is written over, the topics as they stand on the screen, and the steps that can be taken back.
/// Nothing of it is known to anybody else until it is sent.
/// </summary>
public sealed class PlanDraft
{
    private const int MostSteps = 100;

    private readonly LinkedList<ImmutableList<DraftTopic>> _before = [];
    private int _lastKey;

    public PlanDraft(LessonPlan seen)
    {
        Seen = seen;
        Rows = Keyed(seen.Topics);
    }

    /// <summary>What is written over: the plan that was on the screen.</summary>
    public LessonPlan Seen { get; private set; }

    public ImmutableList<DraftTopic> Rows { get; private set; }

    public ImmutableArray<PlanTopic> Topics => [.. Filled.Select(row => row.Topic)];

    /// <summary>The topics that are sent, in their places.</summary>
    public IEnumerable<DraftTopic> Filled => Rows.Where(row => !row.IsBlank);

    public bool IsChanged => !Topics.SequenceEqual(Seen.Topics);

    public bool CanStepBack => _before.Count > 0;

    public DraftTopic? Find(int key) => Rows.Find(row => row.Key == key);

    /// <summary>A new topic below another, in its section, or at the end; the key it has got.</summary>
    public int Add(int? below = null)
    {
        var at = below is { } key && PlaceOf(key) is { } place ? place : Rows.Count - 1;
        var section = at >= 0 ? Rows[at].Topic.Section : null;
        Step(Rows.Insert(at + 1, new(++_lastKey, new PlanTopic("", 1, section))));
        return _lastKey;
    }

    public void Remove(int key)
    {
        if (PlaceOf(key) is { } place)
            Step(Rows.RemoveAt(place));
    }

    /// <summary>So many places down, or up when negative; as far as the plan goes.</summary>
    public void Move(int key, int places)
    {
        if (PlaceOf(key) is not { } from)
            return;

        var to = Math.Clamp(from + places, 0, Rows.Count - 1);
        if (to != from)
            Step(Rows.RemoveAt(from).Insert(to, Rows[from]));
    }

    /// <summary>To where another topic stands, which makes room.</summary>
    public void MoveTo(int key, int place)
    {
        if (PlaceOf(key) is { } from && PlaceOf(place) is { } to)
            Move(key, to - from);
    }

    public void Put(int key, PlanTopic topic)
    {
        if (PlaceOf(key) is { } place && Rows[place].Topic != topic)
            Step(Rows.SetItem(place, Rows[place] with { Topic = topic }));
    }

    /// <summary>Other topics in place of these; one step, however many there are.</summary>
    public void Replace(ImmutableArray<PlanTopic> topics) => Step(Keyed(topics));

    public void StepBack()
    {
        if (_before.Last is not { } last)
            return;

        Rows = last.Value;
        _before.RemoveLast();
    }

    /// <summary>Somebody was quicker, and these topics are to take the place of theirs: from now on they are written over that version.</summary>
    public void WriteOver(LessonPlan now) => Seen = now;

    public SetPlan Command(CourseId course) => new(course, Topics, Seen.Stamp.Version);

    /// <summary>What keeps the topic from being sent; null when nothing does, or it is not sent at all.</summary>
    public Refusal? WrongIn(DraftTopic row) => row.IsBlank ? null : LessonPlan.Wrong(row.Topic, NumberOf(row.Key));

    /// <summary>The first topic that keeps the plan from being sent.</summary>
    public DraftTopic? FirstWrong() => Filled.FirstOrDefault(row => WrongIn(row) is not null);

    // As it is counted by whoever receives it.
    private int NumberOf(int key) => Filled.TakeWhile(row => row.Key != key).Count() + 1;

    private int? PlaceOf(int key) => Rows.FindIndex(row => row.Key == key) is var place and >= 0 ? place : null;

    private ImmutableList<DraftTopic> Keyed(ImmutableArray<PlanTopic> topics) =>
        [.. topics.Select(topic => new DraftTopic(++_lastKey, topic))];

    private void Step(ImmutableList<DraftTopic> rows)
    {
        _before.AddLast(Rows);
        if (_before.Count > MostSteps)
            _before.RemoveFirst();
        Rows = rows;
    }
}
