using System.Collections.Immutable;

namespace Journal.Web.Register.Print;

/// <summary>What does not fit on one sheet goes on to the next.</summary>
internal static class Cutting
{
    /// <summary>In order, as many on each sheet as fit; what is larger than a sheet has one of its own.</summary>
    public static ImmutableArray<ImmutableArray<T>> Fill<T>(IEnumerable<T> things, Func<T, double> size, double room)
    {
        var sheets = ImmutableArray.CreateBuilder<ImmutableArray<T>>();
        var sheet = ImmutableArray.CreateBuilder<T>();
        var taken = 0.0;
        foreach (var thing in things)
        {
            if (sheet.Count > 0 && taken + size(thing) > room)
            {
                sheets.Add(sheet.ToImmutable());
                sheet.Clear();
                taken = 0;
            }

            sheet.Add(thing);
            taken += size(thing);
        }

        if (sheet.Count > 0)
            sheets.Add(sheet.ToImmutable());
        return sheets.ToImmutable();
    }

    /// <summary>On no more sheets than that, but on each about as much: nobody likes a sheet with one column.</summary>
    public static ImmutableArray<ImmutableArray<T>> Share<T>(ImmutableArray<T> things, Func<T, double> size, double room)
    {
        var fullest = Fill(things, size, room);
        for (var less = Math.Ceiling(things.Sum(size) / Math.Max(1, fullest.Length)); less < room; less++)
        {
            if (Fill(things, size, less) is var shared && shared.Length == fullest.Length)
                return shared;
        }

        return fullest;
    }
}
