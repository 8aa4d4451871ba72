namespace Journal.Core.Import;

/// <summary>Reads a file by what it is, whatever it is called.</summary>
public static class TableFile
{
    private static readonly byte[] Zip = "PK"u8.ToArray();
    private static readonly byte[] OldExcel = [0xD0, 0xCF, 0x11, 0xE0];

    public static Parsed<Table> Read(byte[] file)
    {
        if (file.Length == 0)
            return new FileEmpty();
        if (file.Length > TableLimits.MostMegabytes * 1024 * 1024)
            return new FileTooLarge(TableLimits.MostMegabytes);
        if (file.AsSpan().StartsWith(OldExcel))
            return new FileOfOldExcel();

        try
        {
            return file.AsSpan().StartsWith(Zip) ? WorkbookReader.Read(file) : TextTable.Read(file);
        }
        catch (FileStopped stopped)
        {
            return stopped.Why;
        }
    }
}
