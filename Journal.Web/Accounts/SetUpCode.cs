using System.Security.Cryptography;
using System.Text;

namespace Journal.Web.Accounts;

/// <summary>
/// Printed once at the start of an empty school and known to nobody but the console. It makes the first administrator and is then worth
/// nothing; with the first account set-up is closed for ever.
/// </summary>
public sealed class SetUpCode : IDisposable
{
    // No letter or digit that is read as another.
    private const string Alphabet = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";

    private readonly SemaphoreSlim _one = new(1);
    private byte[]? _hash;

    public bool IsOpen => _hash is not null;

    /// <summary>Four groups of four: 79 bits.</summary>
    public string Issue()
    {
        var code = RandomNumberGenerator.GetString(Alphabet, 16);
        _hash = Hash(code);

        return string.Join('-', code.Chunk(4).Select(group => new string(group)));
    }

    public bool Fits(string typed) => _hash is { } hash && CryptographicOperations.FixedTimeEquals(hash, Hash(typed));

    /// <summary>One at a time: of two people with the code only one becomes the administrator.</summary>
    public async Task<T> Use<T>(string typed, Func<Task<T>> make, Func<T, bool> made, T wrong, CancellationToken ct)
    {
        await _one.WaitAsync(ct);
        try
        {
            if (!Fits(typed))
                return wrong;

            var result = await make();
            if (made(result))
                _hash = null;

            return result;
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose() => _one.Dispose();

    private static byte[] Hash(string typed) =>
        SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(typed.Take(100).Where(char.IsLetterOrDigit)).ToUpperInvariant()));
}
