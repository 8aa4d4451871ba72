using System.IO.Compression;
using System.Xml;

namespace Journal.Core.Import;

/// <summary>The parts of a workbook by name. All that is unpacked of them comes out of one budget, whatever the file says of their sizes.</summary>
internal sealed class WorkbookParts
{
    private readonly Dictionary<string, ZipArchiveEntry> _entries = new(StringComparer.OrdinalIgnoreCase);
    private long _left = TableLimits.MostUnpackedMegabytes * 1024L * 1024;

    public WorkbookParts(ZipArchive archive)
    {
        foreach (var entry in archive.Entries)
            _entries.TryAdd(entry.FullName.Replace('\\', '/'), entry);
    }

    public bool Has(string name) => _entries.ContainsKey(name);

    /// <summary>No document type: a workbook has none, and a hostile one would grow by it.</summary>
    public XmlReader Open(string name) =>
        XmlReader.Create(
            new Budgeted(_entries[name].Open(), this),
            new XmlReaderSettings
            {
                DtdProcessing = DtdProcessing.Prohibit,
                XmlResolver = null,
                CloseInput = true,
            }
        );

    private void Spend(int bytes)
    {
        _left -= bytes;
        if (_left < 0)
            throw new FileStopped(new FileUnpacksTooLarge(TableLimits.MostUnpackedMegabytes));
    }

    private sealed class Budgeted(Stream inner, WorkbookParts parts) : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            var read = inner.Read(buffer);
            parts.Spend(read);
            return read;
        }

        public override void Flush() => inner.Flush();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing)
                inner.Dispose();
            base.Dispose(disposing);
        }
    }
}
