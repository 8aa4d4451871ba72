using System.IO.Compression;
using System.Text;
using Journal.Core.Basics;

namespace Journal.Core.Homework;

/// <summary>The file is of a kind that is not kept: only documents, tables, presentations, pictures, sound and plain text are.</summary>
public sealed record FileKindNotKept : Refusal;

public sealed record FileNameUnfit : Refusal;

/// <summary>What kind of file something is, by its content and never by what its name says; and whether its name says the same.</summary>
public static class FileKinds
{
    /// <summary>In bytes, each.</summary>
    public const int Largest = 10 << 20;

    // How many of the first bytes are looked at.
    private const int Head = 4096;

    private const string Office = "application/vnd.openxmlformats-officedocument.";
    private const string Open = "application/vnd.oasis.opendocument.";

    // What begins so; in a ZIP, what it holds: a folder, or at its very beginning the name of its kind.
    private static readonly Kind[] All =
    [
        new(".pdf", "application/pdf", "%PDF-"u8.ToArray()),
        new(".png", "image/png", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]),
        new(".jpg", "image/jpeg", [0xFF, 0xD8, 0xFF]),
        new(".jpeg", "image/jpeg", [0xFF, 0xD8, 0xFF]),
        new(".gif", "image/gif", "GIF8"u8.ToArray()),
        new(".mp3", "audio/mpeg", "ID3"u8.ToArray()),
        new(".mp3", "audio/mpeg", [0xFF, 0xFB]),
        new(".docx", Office + "wordprocessingml.document", Zip, "word/"),
        new(".xlsx", Office + "spreadsheetml.sheet", Zip, "xl/"),
        new(".pptx", Office + "presentationml.presentation", Zip, "ppt/"),
        new(".odt", Open + "text", Zip, "mimetype" + Open + "text"),
        new(".ods", Open + "spreadsheet", Zip, "mimetype" + Open + "spreadsheet"),
        new(".odp", Open + "presentation", Zip, "mimetype" + Open + "presentation"),
    ];

    private static byte[] Zip => [0x50, 0x4B, 0x03, 0x04];

    /// <summary>The content type; null for a kind that is not kept, or that its name does not say.</summary>
    /// <param name="content">One that can be read twice; it is left at its beginning.</param>
    public static string? TypeOf(string name, Stream content)
    {
        var head = new byte[Head];
        var length = content.ReadAtLeast(head, Head, throwOnEndOfStream: false);
        var (end, begins) = (Path.GetExtension(name).ToLowerInvariant(), head.AsMemory(0, length));
        var found = Array.Find(All, kind => kind.End == end && begins.Span.StartsWith(kind.Begins) && Holds(kind.Holds, begins, content));
        content.Position = 0;
        return found?.Type ?? (end == ".txt" && IsText(begins.Span) ? "text/plain" : null);
    }

    /// <summary>The last part of what a browser calls it; null when nothing is left that can be shown and saved.</summary>
    public static string? NameOf(string? sent)
    {
        var name = sent?.Split('/', '\\')[^1].Trim() ?? "";
        return name.Length is 0 or > 120 || name.StartsWith('.') || !name.EnumerateRunes().All(IsPlain) ? null : name;
    }

    private static bool Holds(string? what, ReadOnlyMemory<byte> head, Stream content) =>
        what is null
        || (
            what.EndsWith('/')
                ? HoldsFolder(what, content)
                : head.Span[..Math.Min(head.Length, 256)].IndexOf(Encoding.ASCII.GetBytes(what)) >= 0
        );

    // Names only: nothing is unpacked.
    private static bool HoldsFolder(string folder, Stream content)
    {
        try
        {
            content.Position = 0;
            using var zip = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
            return zip.Entries.Any(entry => entry.FullName.StartsWith(folder, StringComparison.Ordinal));
        }
        catch (Exception hostile) when (hostile is InvalidDataException or ArgumentException or IOException or NotSupportedException)
        {
            return false;
        }
    }

    // No control signs and no broken letters; the last one may be cut in two by the end of what is looked at.
    private static bool IsText(ReadOnlySpan<byte> head)
    {
        var whole = head;
        while (!whole.IsEmpty && Rune.DecodeFromUtf8(whole, out var rune, out var length) is System.Buffers.OperationStatus.Done)
        {
            if (Rune.IsControl(rune) && rune.Value is not ('\n' or '\r' or '\t'))
                return false;
            whole = whole[length..];
        }

        return whole.IsEmpty || (head.Length == Head && whole.Length < 4);
    }

    // What turns the direction of writing round hides how a name ends.
    private static bool IsPlain(Rune letter) =>
        letter != Rune.ReplacementChar
        && Rune.GetUnicodeCategory(letter)
            is not (System.Globalization.UnicodeCategory.Control or System.Globalization.UnicodeCategory.Format)
        && letter.Value is not (':' or '*' or '?' or '"' or '<' or '>' or '|');

    private sealed record Kind(string End, string Type, byte[] Begins, string? Holds = null);
}
