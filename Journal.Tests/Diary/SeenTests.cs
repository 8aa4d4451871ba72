using Journal.Core.Diary;

namespace Journal.Tests.Diary;

public sealed class SeenTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 20, 7, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Soon = Now.AddSeconds(29);
    private static readonly DateTimeOffset Later = Now.AddSeconds(30);

    [Fact]
    public void Looking_moves_nothing() => Assert.Equal(new Seen(7), new Seen(7).Look(Now));

    [Fact]
    public void Whoever_left_has_seen_what_was_shown()
    {
        var left = new Seen(7).Leave(9, Now);

        Assert.Equal(7, left.Upto);
        Assert.Equal(9, left.Look(Later).Upto);
        Assert.Equal(9, left.Settle(Later).Upto);
    }

    [Fact]
    public void Whoever_comes_back_at_once_has_not_left()
    {
        var back = new Seen(7).Leave(9, Now).Look(Soon);

        Assert.Equal(new Seen(7), back);
        Assert.Equal(7, back.Look(Later).Upto);
    }

    [Fact]
    public void Saying_so_counts_at_once_and_never_backwards()
    {
        Assert.Equal(new Seen(9), Seen.Never.Confirm(9));
        Assert.Equal(new Seen(9), new Seen(9).Confirm(3));
        Assert.Equal(9, new Seen(9).Leave(3, Now).Look(Later).Upto);
    }

    [Fact]
    public void Of_two_pages_that_were_left_the_later_counts() =>
        Assert.Equal(9, new Seen(7).Leave(9, Now).Leave(8, Soon).Look(Later.AddMinutes(1)).Upto);
}
