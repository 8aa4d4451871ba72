using Journal.Core.Basics;
using Journal.Core.Control;
using Journal.Core.School;

namespace Journal.Tests.Control;

public class TimelinessTests
{
    private static readonly PersonId Kuznetsova = new(60);
    private static readonly PersonId Belova = new(61);
    private static readonly ClassId Class7A = new(1);
    private static readonly ClassId Class7B = new(2);
    private static readonly DateTimeOffset Due = new(2026, 11, 16, 20, 59, 59, TimeSpan.Zero);
    private static readonly DateTimeOffset Now = Due.AddDays(4);

    [Fact]
    public void It_is_the_share_of_what_was_made_in_time_by_teacher_and_class()
    {
        JudgedRecord[] records =
        [
            Made(Belova, Class7A, Due.AddTicks(1)),
            Made(Kuznetsova, Class7B, Due.AddHours(-8)),
            Made(Kuznetsova, Class7B, Due),
            Made(Kuznetsova, Class7B, Due.AddMinutes(1)),
            Made(Kuznetsova, Class7A, Due.AddHours(-1)),
        ];

        var rows = Timeliness.Of(records, Now);

        Assert.Equal([new(Kuznetsova, Class7A, 1, 1), new(Kuznetsova, Class7B, 2, 3), new(Belova, Class7A, 0, 1)], rows);
        Assert.Equal([100m, 66.7m, 0m], rows.Select(row => row.Percent.Rounded(1)));
    }

    [Fact]
    public void What_is_owed_beyond_its_time_counts_and_what_has_time_left_does_not()
    {
        JudgedRecord[] records = [Made(Kuznetsova, Class7B, Due), Owed(Due), Owed(Now), Owed(Now.AddDays(1))];

        Assert.Equal([new(Kuznetsova, Class7B, 1, 2)], Timeliness.Of(records, Now));
    }

    [Fact]
    public void What_is_made_before_its_time_counts_at_once() =>
        Assert.Equal([new(Kuznetsova, Class7B, 1, 1)], Timeliness.Of([Made(Kuznetsova, Class7B, Due)], Due.AddDays(-1)));

    [Fact]
    public void What_sleeps_is_not_due_even_when_it_was_made() =>
        Assert.Empty(Timeliness.Of([Owed(null), Owed(null) with { Made = Now.AddDays(-1) }], Now));

    private static JudgedRecord Made(PersonId teacher, ClassId schoolClass, DateTimeOffset made) =>
        new(teacher, schoolClass, RecordKind.Topic, Due, made);

    private static JudgedRecord Owed(DateTimeOffset? due) => new(Kuznetsova, Class7B, RecordKind.Topic, due, Made: null);
}
