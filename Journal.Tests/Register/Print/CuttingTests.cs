using System.Collections.Immutable;
using CsCheck;
using Journal.Web.Register.Print;

namespace Journal.Tests.Register.Print;

public sealed class CuttingTests
{
    private static readonly Gen<ImmutableArray<int>> Sizes = Gen.Int[1, 30].Array[0, 120].Select(sizes => sizes.ToImmutableArray());

    [Fact]
    public void Everything_is_on_some_sheet_in_order_and_no_sheet_is_overfull() =>
        Gen.Select(Sizes, Gen.Int[20, 200])
            .Sample(
                (sizes, room) =>
                {
                    var sheets = Cutting.Fill(sizes, size => size, room);
                    return sheets.SelectMany(sheet => sheet).SequenceEqual(sizes)
                        && sheets.All(sheet => sheet.Sum() <= room || sheet.Length == 1);
                }
            );

    [Fact]
    public void Shared_out_it_takes_no_more_sheets_and_the_fullest_is_no_fuller() =>
        Gen.Select(Sizes, Gen.Int[20, 200])
            .Sample(
                (sizes, room) =>
                {
                    var (filled, shared) = (Cutting.Fill(sizes, size => size, room), Cutting.Share(sizes, size => size, room));
                    return shared.SelectMany(sheet => sheet).SequenceEqual(sizes)
                        && shared.Length == filled.Length
                        && Fullest(shared) <= Fullest(filled);
                }
            );

    [Fact]
    public void Thirty_four_columns_are_seventeen_and_seventeen() =>
        Assert.Equal([17, 17], Cutting.Share([.. Enumerable.Repeat(6, 34)], size => size, 193).Select(sheet => sheet.Length));

    [Fact]
    public void Nothing_needs_no_sheet() => Assert.Empty(Cutting.Share(ImmutableArray<int>.Empty, size => size, 100));

    private static int Fullest(ImmutableArray<ImmutableArray<int>> sheets) => sheets.Select(sheet => sheet.Sum()).DefaultIfEmpty().Max();
}
