using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Journal.Web.Accounts;

/// <summary>SHA-256 of a session's token. Whoever reads the file or a dump of the memory cannot sign in with it.</summary>
internal readonly record struct TokenHash(UInt128 High, UInt128 Low)
{
    /// <summary>256 bits of chance, in letters that fit a cookie, a header and a URL.</summary>
    public static string NewToken() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    public static byte[] Bytes(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));

    public static TokenHash Of(string token) => Of(Bytes(token));

    public static TokenHash Of(ReadOnlySpan<byte> bytes) =>
        new(
            System.Buffers.Binary.BinaryPrimitives.ReadUInt128BigEndian(bytes),
            System.Buffers.Binary.BinaryPrimitives.ReadUInt128BigEndian(bytes[16..])
        );
}
