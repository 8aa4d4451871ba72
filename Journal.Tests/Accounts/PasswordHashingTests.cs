using System.Buffers.Binary;
using Journal.Web.Accounts;
using Microsoft.AspNetCore.Identity;

namespace Journal.Tests.Accounts;

public sealed class PasswordHashingTests
{
    [Fact]
    public async Task A_password_is_hashed_with_sha512_and_the_current_owasp_figure()
    {
        using var hashing = new PasswordHashing();

        var hash = Convert.FromBase64String((await hashing.Hash("correct horse battery", default))!);

        Assert.Equal(1, hash[0]);
        Assert.Equal(2u, BinaryPrimitives.ReadUInt32BigEndian(hash.AsSpan(1)));
        Assert.Equal(220_000u, BinaryPrimitives.ReadUInt32BigEndian(hash.AsSpan(5)));
    }

    [Fact]
    public async Task Nobody_is_verified_without_a_hash()
    {
        using var hashing = new PasswordHashing(iterations: 10);

        Assert.Equal(PasswordVerificationResult.Failed, await hashing.Verify(null, "", default));
        Assert.Equal(1, hashing.Computed);
    }

    [Fact]
    public async Task The_same_password_has_another_hash_each_time()
    {
        using var hashing = new PasswordHashing(iterations: 10);

        Assert.NotEqual(await hashing.Hash("correct horse", default), await hashing.Hash("correct horse", default));
    }

    [Fact]
    public async Task A_storm_is_served_in_turns()
    {
        using var hashing = new PasswordHashing(iterations: 10, cores: 1, waitingPerCore: 1_000);

        var hashes = await Task.WhenAll(Enumerable.Range(0, 200).Select(i => hashing.Hash($"password {i}", default)));

        Assert.All(hashes, Assert.NotNull);
        Assert.Equal(200, hashing.Computed);
    }
}
