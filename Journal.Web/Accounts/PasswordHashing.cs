using System.Buffers.Binary;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Journal.Web.Accounts;

/// <summary>
/// PBKDF2 takes a tenth of a second of a whole core. At eight in the morning everybody comes at once: hashing takes turns on a few
/// cores, waits without holding a thread, and when the queue is longer than anybody would wait says so.
/// </summary>
public sealed class PasswordHashing : IDisposable
{
    /// <summary>OWASP Password Storage Cheat Sheet: PBKDF2-HMAC-SHA512, 220,000.</summary>
    public const int Iterations = 220_000;

    private static readonly Account Nobody = new();

    private readonly PasswordHasher<Account> _hasher;
    private readonly SemaphoreSlim _cores;
    private readonly int _longest;
    private readonly string _nobodysHash;
    private int _waiting;
    private int _computed;

    public PasswordHashing(int iterations = Iterations, int? cores = null, int waitingPerCore = 200)
    {
        _hasher = new(Options.Create(new PasswordHasherOptions { IterationCount = iterations }));
        // One core is left for the journal itself, but two passwords are checked at a time at least: behind a single one the queue of a morning
        // would grow longer than anybody waits, and what is typed meanwhile takes its turns beside them all the same.
        var turns = cores ?? Math.Max(2, Environment.ProcessorCount - 1);
        _cores = new(turns);
        _longest = turns * waitingPerCore;
        _nobodysHash = HashOfNothing(iterations);
    }

    /// <summary>How many hashes were computed since the start.</summary>
    public int Computed => Volatile.Read(ref _computed);

    /// <summary>How many were asked for and are not answered yet.</summary>
    public int Waiting => Volatile.Read(ref _waiting);

    /// <summary>Null when too many are waiting.</summary>
    public Task<string?> Hash(string password, CancellationToken ct) => InTurn(() => _hasher.HashPassword(Nobody, password), ct);

    /// <summary>Without a hash (an unknown login) it costs the same and is false. Null when too many are waiting.</summary>
    public async Task<PasswordVerificationResult?> Verify(string? hash, string password, CancellationToken ct)
    {
        var verdict = await InTurn(() => Box(_hasher.VerifyHashedPassword(Nobody, hash ?? _nobodysHash, password)), ct);

        return hash is null && verdict is not null ? PasswordVerificationResult.Failed : verdict?.Value;
    }

    public void Dispose() => _cores.Dispose();

    // Identity's version 3: format, HMAC-SHA512, iterations, length of the salt, salt, 32 bytes. No password leads to these.
    private static string HashOfNothing(int iterations)
    {
        var hash = RandomNumberGenerator.GetBytes(13 + 16 + 32);
        hash[0] = 1;
        BinaryPrimitives.WriteUInt32BigEndian(hash.AsSpan(1), 2);
        BinaryPrimitives.WriteUInt32BigEndian(hash.AsSpan(5), (uint)iterations);
        BinaryPrimitives.WriteUInt32BigEndian(hash.AsSpan(9), 16);

        return Convert.ToBase64String(hash);
    }

    private static Verdict Box(PasswordVerificationResult result) => new(result);

    private async Task<T?> InTurn<T>(Func<T> hash, CancellationToken ct)
        where T : class
    {
        if (Interlocked.Increment(ref _waiting) > _longest)
        {
            Interlocked.Decrement(ref _waiting);
            return null;
        }

        try
        {
            await _cores.WaitAsync(ct);
            try
            {
                // A thread of its own: two of these held both threads that everything typed was waiting for.
                return await Task.Factory.StartNew(hash, ct, TaskCreationOptions.LongRunning, TaskScheduler.Default);
            }
            finally
            {
                Interlocked.Increment(ref _computed);
                _cores.Release();
            }
        }
        finally
        {
            Interlocked.Decrement(ref _waiting);
        }
    }

    private sealed record Verdict(PasswordVerificationResult Value);
}
