using System.Buffers.Binary;
using Journal.Load.Wire;

namespace Journal.Tests.Wire;

public sealed class RenderBatchTests
{
    // Offsets at the end of a drawing, counted from its end.
    private const int Components = 20;
    private const int Frames = 16;
    private const int Disposed = 12;
    private const int Handlers = 8;
    private const int Texts = 4;

    public static TheoryData<string, int> Ends =>
        new()
        {
            { nameof(Components), Components },
            { nameof(Frames), Frames },
            { nameof(Disposed), Disposed },
            { nameof(Handlers), Handlers },
            { nameof(Texts), Texts },
        };

    [Fact]
    public async Task What_is_read_is_what_was_written()
    {
        var (random, bell) = (new Random(7), new Bell());
        await using var page = new Drawings<Scene>();
        var gone = 0;
        for (var i = 0; i < 60; i++)
        {
            foreach (var drawing in await page.Show(SceneState.Any(random, bell)))
            {
                var batch = new RenderBatch(drawing.Bytes);
                var components = Enumerable.Range(0, batch.Components).Select(batch.Component).ToList();
                var edits = components.SelectMany(one => Enumerable.Range(0, one.Count).Select(place => batch.Edit(one.Edits, place)));

                Assert.Equal(drawing.Components, components.Select(one => one.Component));
                Assert.Equal(drawing.EditKinds, edits.Select(edit => (int)edit.Kind));
                Assert.Equal(drawing.Disposed, Enumerable.Range(0, batch.Disposed).Select(batch.DisposedAt));
                gone += batch.Disposed;
            }
        }

        Assert.True(gone > 0);
    }

    [Fact]
    public async Task A_drawing_cut_short_is_refused_wherever_it_is_cut()
    {
        var whole = await First();

        for (var length = 0; length < whole.Length; length++)
            Refused(whole[..length]);
        Draw(whole);
    }

    [Theory]
    [MemberData(nameof(Ends))]
    public async Task A_table_that_is_not_where_it_is_said_to_be_is_refused(string table, int fromEnd)
    {
        var whole = await First();
        foreach (var place in new[] { int.MinValue, -1, whole.Length, int.MaxValue })
            Assert.NotEmpty($"{table}: {Refused(With(whole, whole.Length - fromEnd, place))}");
    }

    [Theory]
    [InlineData(Components)]
    [InlineData(Frames)]
    [InlineData(Disposed)]
    public async Task A_table_that_says_another_length_than_it_has_is_refused(int fromEnd)
    {
        var whole = await First();
        var at = Int(whole, whole.Length - fromEnd);
        foreach (var count in new[] { int.MinValue, -1, Int(whole, at) + 1, 1 << 28, int.MaxValue })
            Refused(With(whole, at, count));
    }

    [Fact]
    public async Task Impossible_counts_inside_are_refused()
    {
        var whole = await First();
        var component = Int(whole, Int(whole, whole.Length - Components) + 4);
        var element = Int(whole, whole.Length - Frames) + 4;
        var text = Int(whole, Int(whole, whole.Length - Texts));
        Assert.Equal((int)FrameKind.Element, Int(whole, element));

        foreach (var count in new[] { int.MinValue, -1, 1 << 28, int.MaxValue })
        {
            Refused(With(whole, component + 4, count));
            // An element of none would be looked at for ever.
            Refused(With(whole, element + 4, count));
            Refused(With(whole, element + 4, 0));
        }

        Refused(With(whole, text, -1));
    }

    [Fact]
    public async Task Whatever_number_is_wrong_it_is_drawn_or_refused_and_nothing_else()
    {
        var (whole, random) = (await First(), new Random(3));
        int[] numbers = [int.MinValue, -1, 0, 1, 2, 3, 5, 7, 9, 10, 11, 100, 1 << 28, int.MaxValue];
        var refused = 0;
        for (var i = 0; i < 20_000; i++)
        {
            try
            {
                Draw(With(whole, random.Next(whole.Length - 3), numbers[random.Next(numbers.Length)]));
            }
            catch (InvalidDataException)
            {
                refused++;
            }
        }

        Assert.InRange(refused, 1_000, 20_000);
    }

    private static async Task<byte[]> First()
    {
        await using var page = new Drawings<Scene>();
        var state = SceneState.Any(new Random(5), new Bell()) with { Rows = [2, 1], Leaves = [1, 2], Loose = ["a"], Hint = "b" };
        return Assert.Single(await page.Show(state)).Bytes;
    }

    private static void Draw(byte[] batch) => new PageTree().Draw(new RenderBatch(batch));

    private static string Refused(byte[] batch) => Assert.Throws<InvalidDataException>(() => Draw(batch)).Message;

    private static int Int(byte[] bytes, int at) => BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(at));

    private static byte[] With(byte[] bytes, int at, int number)
    {
        var changed = bytes.ToArray();
        BinaryPrimitives.WriteInt32LittleEndian(changed.AsSpan(at), number);
        return changed;
    }
}
