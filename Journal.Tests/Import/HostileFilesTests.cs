using Journal.Core.Basics;
using Journal.Core.Import;

namespace Journal.Tests.Import;

/// <summary>Files that are not what they say, or too much of it: a clear refusal, soon.</summary>
public sealed class HostileFilesTests
{
    private const string Heading = """<row r="1"><c r="A1" t="inlineStr"><is><t>Тема</t></is></c></row>""";

    public static TheoryData<string, Func<byte[]>, Refusal> Refused =>
        new()
        {
            { "nothing", () => [], new FileEmpty() },
            { "too large", () => new byte[(TableLimits.MostMegabytes << 20) + 1], new FileTooLarge(8) },
            { "an old Excel", () => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], new FileOfOldExcel() },
            { "a picture", () => [0x89, 0x50, 0x4E, 0x47, 0, 0, 0, 13], new FileNotATable() },
            {
                "half a workbook",
                () =>
                    Sample.Workbook([
                        ["Тема"],
                        ["Дроби"],
                    ])[..600],
                new FileDamaged()
            },
            { "a zip of something else", () => Zip("readme.txt", "text"), new FileNotATable() },
            { "broken XML", () => Sample.Raw("<worksheet><sheetData><row>"), new FileDamaged() },
            { "a document type", () => Sample.Raw($"<!DOCTYPE a [<!ENTITY b \"c\">]>{Sample.Sheet(Heading)}"), new FileDamaged() },
            { "a bomb in the sheet", () => Sample.Raw(Sample.Sheet($"<!--{new string(' ', 50 << 20)}-->")), new FileUnpacksTooLarge(48) },
            {
                "a bomb in the strings",
                () => Sample.Raw(Sample.Sheet(Heading), $"<sst><si><t>{new string('a', 50 << 20)}</t></si></sst>"),
                new FileUnpacksTooLarge(48)
            },
            { "too many rows", () => Sample.Raw(Sample.Sheet(Rows(20_001))), new FileHasTooManyRows(20_000) },
            {
                "too many lines",
                () => Sample.Text("Тема\n" + string.Concat(Enumerable.Repeat("Дроби\n", 20_001))),
                new FileHasTooManyRows(20_000)
            },
            {
                "too wide a sheet",
                () => Sample.Raw(Sample.Sheet("""<row r="1"><c r="XFD1"><v>1</v></c></row>""")),
                new FileHasTooManyColumns(200)
            },
            { "too wide a text", () => Sample.Text("Тема" + new string(';', 300) + "\nДроби"), new FileHasTooManyColumns(200) },
            { "a quote that never ends", () => Sample.Text("Тема;Часов\n\"Дроби;1\n" + new string('я', 40_000)), new FileDamaged() },
            { "a table without topics", () => Sample.Text("Имя;Класс\nАнна;7\n"), new FileHasNoTopics() },
            { "a heading and nothing below", () => Sample.Text("№;Тема;Часов\n"), new FileHasNoTopics() },
            { "a sheet that is not there", () => Sample.Raw("", null), new FileDamaged() },
        };

    [Theory]
    [MemberData(nameof(Refused), DisableDiscoveryEnumeration = true)]
    public void It_is_refused_with_a_reason(string what, Func<byte[]> file, Refusal refusal)
    {
        var read = PlanImport.Read(file());

        Assert.True(refusal == read.Refusal, $"{what}: {read.Refusal} {read.Value}");
    }

    [Fact]
    public void A_formula_is_never_evaluated_what_it_said_last_is_taken_and_told()
    {
        var part = Sample.Part(
            Sample.Raw(
                Sample.Sheet(
                    """
                    <row r="1"><c r="A1" t="inlineStr"><is><t>Тема</t></is></c><c r="B1" t="inlineStr"><is><t>Часов</t></is></c></row>
                    <row r="2"><c r="A2" t="str"><f>HYPERLINK("http://evil.example","x")</f><v>Дроби</v></c><c r="B2"><f>1+1</f><v>2</v></c></row>
                    <row r="3"><c r="A3" t="inlineStr"><is><t>Корни</t></is></c><c r="B3"><f>1+1</f></c></row>
                    """
                )
            )
        );

        Assert.Equal([("Дроби", 2), ("Корни", 1)], part.Topics().Select(topic => (topic.Topic, topic.Hours)));
        Assert.Equal(
            [new(2, PlanFindingKind.FormulaNotEvaluated), new PlanFinding(3, PlanFindingKind.HoursMissing)],
            part.Findings.AsEnumerable()
        );
    }

    [Fact]
    public void What_lies_outside_the_file_is_not_looked_at() =>
        Assert.Equal(
            "Дроби",
            Sample
                .Part(
                    Sample.Raw(
                        Sample.Sheet(Heading + """<row r="2"><c r="A2" t="inlineStr"><is><t>Дроби</t></is></c></row>"""),
                        null,
                        archive =>
                            Sample.Add(archive, "xl/externalLinks/externalLink1.xml", "<!DOCTYPE a SYSTEM \"http://evil.example\"><a/>")
                    )
                )
                .Topics()[0]
                .Topic
        );

    [Fact]
    public void A_text_in_pieces_is_one_and_how_it_is_pronounced_is_left_out() =>
        Assert.Equal(
            "Дроби и корни",
            Sample
                .Part(
                    Sample.Raw(
                        Sample.Sheet(
                            """<row><c t="s"><v>0</v></c></row><row><c t="s"><v>1</v></c></row><row><c t="s"><v>99</v></c></row>"""
                        ),
                        """<sst><si><t>Тема</t></si><si><r><t xml:space="preserve">Дроби </t></r><r><t>и корни</t></r><rPh><t>х</t></rPh></si></sst>"""
                    )
                )
                .Topics()[0]
                .Topic
        );

    [Fact]
    public void A_sheet_painted_to_its_last_row_is_not_a_large_one()
    {
        var painted = string.Concat(Enumerable.Range(3, 30_000).Select(row => $"""<row r="{row}"><c r="A{row}" s="1"/></row>"""));
        var topic = """<row r="2"><c r="A2" t="inlineStr"><is><t>Дроби</t></is></c></row>""";

        Assert.Single(Sample.Part(Sample.Raw(Sample.Sheet(Heading + topic + painted))).Rows);
    }

    private static string Rows(int count) =>
        string.Concat(Enumerable.Repeat("""<row><c t="inlineStr"><is><t>Тема</t></is></c></row>""", count));

    private static byte[] Zip(string name, string text)
    {
        using var stream = new MemoryStream();
        using (var archive = new System.IO.Compression.ZipArchive(stream, System.IO.Compression.ZipArchiveMode.Create, leaveOpen: true))
            Sample.Add(archive, name, text);
        return stream.ToArray();
    }
}
