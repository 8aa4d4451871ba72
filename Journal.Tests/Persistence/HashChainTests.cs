using System.Security.Cryptography;
using System.Text;
using Journal.Core.Persistence;
using Journal.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Journal.Tests.Persistence;

/// <summary>The layout is written here a second time, from the decision's words and not from the code.</summary>
public sealed class HashChainTests
{
    [Fact]
    public async Task Every_change_follows_from_the_one_before_by_the_published_layout()
    {
        await using var school = new SmallSchool();
        await school.Submit(SmallSchoolFacts.Put("5") with { Comment = "молодец" });
        await using var db = school.File.Context();

        var previous = new byte[32];
        foreach (var change in db.Changes.AsNoTracking().OrderBy(change => change.Seq))
        {
            previous = ByHand(previous, change);
            Assert.Equal(Convert.ToHexString(previous), Convert.ToHexString(change.Hash));
        }
    }

    [Fact]
    public void One_row_has_this_hash()
    {
        var change = Row(payload: "{}");

        Assert.Equal(ByHand(new byte[32], change), HashChain.Next(HashChain.Genesis, change));
        Assert.Equal(
            "27C53B8ED5A687331EBFBFD6B5C05485B7CC1A6AB48C4A7CA9DD3E2CC70A6642",
            Convert.ToHexString(HashChain.Next(HashChain.Genesis, change))
        );
    }

    [Fact]
    public void A_payload_longer_than_the_stack_hashes_the_same_way()
    {
        var change = Row(payload: new string('я', 100_000));

        Assert.Equal(ByHand(new byte[32], change), HashChain.Next(HashChain.Genesis, change));
    }

    [Fact]
    public void Nothing_can_be_moved_from_one_field_to_another()
    {
        var rows = new[]
        {
            Row("ab", "c"),
            Row("a", "bc"),
            Row("ab", "c", course: 1),
            Row("ab", "c", schoolClass: 1),
            Row("ab", "c", student: 1),
            Row("ab", "c", person: 1),
            Row("ab", "c", course: 0),
        };

        Assert.Equal(rows.Length, rows.Select(row => Convert.ToHexString(HashChain.Next(HashChain.Genesis, row))).Distinct().Count());
    }

    private static byte[] ByHand(byte[] previous, Change change)
    {
        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes);
        Bytes(previous);
        Number(change.Seq);
        Number(change.At);
        Number(change.Actor);
        Bytes(change.CommandId);
        Number(change.Part);
        Bytes(Encoding.UTF8.GetBytes(change.Kind));
        Number(change.Course);
        Number(change.Class);
        Number(change.Student);
        Number(change.Person);
        Bytes(change.Payload);
        writer.Flush();
        return SHA256.HashData(bytes.ToArray());

        // BinaryWriter is little-endian on every machine.
        void Bytes(byte[] value)
        {
            writer.Write(value.Length);
            writer.Write(value);
        }

        void Number(long? value)
        {
            writer.Write(value is null ? -1 : 8);
            if (value is { } number)
                writer.Write(number);
        }
    }

    private static Change Row(
        string kind = "mark.set",
        string payload = "{}",
        int? course = null,
        int? schoolClass = null,
        int? student = null,
        int? person = null
    ) =>
        new()
        {
            Seq = 1,
            At = 639_000_000_000_000_000,
            Actor = 6,
            CommandId = new byte[16],
            Part = 0,
            ContentHash = new byte[32],
            Kind = kind,
            Course = course,
            Class = schoolClass,
            Student = student,
            Person = person,
            Payload = Encoding.UTF8.GetBytes(payload),
        };
}
