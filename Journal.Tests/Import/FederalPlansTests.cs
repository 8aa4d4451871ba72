using Journal.Core.Import;
using Journal.Core.Lessons;
using Journal.Tests.Support;

namespace Journal.Tests.Import;

/// <summary>
/// The federal programmes word for word: every lesson comes in and is laid on a year. The files are not part of the repository; they are looked for
/// in <c>shared/data</c> beside one of its parent folders, or where JOURNAL_SHARED_DATA says. Where there are none, the generated samples of the
/// other tests have to do.
/// </summary>
public sealed class FederalPlansTests
{
    private static readonly string? Folder = FindFolder();

    [Fact]
    public void Every_lesson_of_the_federal_programmes_comes_in_and_has_its_day()
    {
        if (Read("pourochnoe-planirovanie.csv") is not { } run)
            return;

        Assert.Equal(4032, run.Parts.Sum(part => part.Topics().Length));
        Assert.Equal(39, run.Parts.Length);
        Assert.All(run.Parts, part => Assert.False(part.HasErrors, part.Name));
        // True defects of the documents: what the tables were cut out of left its totals in the last topic.
        Assert.Contains(run.Parts.SelectMany(part => part.Findings), finding => finding.Kind is PlanFindingKind.TotalInTopic);
        Assert.All(run.Parts, AssertFitsTheYear);
        Assert.Equal(["Код"], run.IgnoredColumns.AsEnumerable());
    }

    [Fact]
    public void The_longest_of_them_goes_out_into_a_workbook_and_comes_back_as_it_was()
    {
        if (Read("pourochnoe-planirovanie.csv") is not { } run)
            return;

        var topics = run.Parts.MaxBy(part => part.Hours)!.Topics();
        var file = PlanWorkbook.Export("Русский язык, 6А", PlanCalendar.Of(topics, [], new(2026, 9, 1)));

        Assert.Equal(204, topics.Length);
        Assert.Equal(topics.AsEnumerable(), Sample.Part(file).Topics().AsEnumerable());
    }

    [Fact]
    public void Every_topic_with_hours_comes_in_and_what_the_document_got_wrong_is_told()
    {
        if (Read("tematicheskoe-planirovanie.csv") is not { } run)
            return;

        var findings = run.Parts.SelectMany(part => part.Findings).ToArray();
        Assert.Equal(2263, run.Parts.Sum(part => part.Rows.Length));
        Assert.Equal(4, findings.Count(finding => finding is { Kind: PlanFindingKind.HoursOutOfRange, Found: 0 }));
        Assert.All(
            findings.Where(finding => finding.IsError),
            finding => Assert.True(finding.Kind is PlanFindingKind.HoursOutOfRange or PlanFindingKind.TopicTooLong, $"{finding}")
        );
    }

    [Fact]
    public void A_list_of_programmes_is_no_plan()
    {
        if (Bytes("programmy.csv") is { } file)
            Assert.Equal(new FileHasNoTopics(), PlanImport.Read(file).Refusal);
    }

    private static void AssertFitsTheYear(PlanPart part)
    {
        var topics = part.Topics();
        Assert.Null(LessonPlan.Wrong(topics));
        var lessons = Enumerable
            .Range(0, part.Hours)
            .Select(i => new CourseLesson(new(i + 1), new DateOnly(2026, 9, 1).AddDays(i), 1, LessonStatus.Planned, null));

        var calendar = PlanCalendar.Of(topics, lessons, new(2026, 8, 31));

        Assert.Equal(0, calendar.Progress.Missing);
        Assert.All(calendar.Lines, line => Assert.Equal(line.Planned.AsEnumerable(), line.Lessons.Select(lesson => lesson.Lesson.Date)));
        Assert.Empty(CorrectionSheet.Of(calendar));
    }

    private static PlanDryRun? Read(string file) => Bytes(file) is { } bytes ? Sample.Run(bytes) : null;

    private static byte[]? Bytes(string file) =>
        Folder is { } folder && Path.Combine(folder, "lesson-plans", file) is var path && File.Exists(path)
            ? File.ReadAllBytes(path)
            : null;

    private static string? FindFolder()
    {
        if (Environment.GetEnvironmentVariable("JOURNAL_SHARED_DATA") is { Length: > 0 } told)
            return told;

        for (var folder = new DirectoryInfo(Repository.Root); folder is not null; folder = folder.Parent)
        {
            var data = Path.Combine(folder.FullName, "shared", "data");
            if (Directory.Exists(data))
                return data;
        }

        return null;
    }
}
