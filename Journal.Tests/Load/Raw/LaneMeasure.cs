using System.Diagnostics;
using Journal.Core.Basics;
using Journal.Core.Register;
using Journal.Core.Writing;

namespace Journal.Load.Raw;

/// <summary>64 typists on one page, each waiting for its answer before the next edit; then the same rows in the same commits by raw SQLite.</summary>
internal static class LaneMeasure
{
    private const int Typists = 64;
    private const int EditsOfEach = 150;
    private const int Rounds = 5;

    public static async Task Run(LoadSchool school)
    {
        var (page, teacher) = school.FullestPage();
        var cells = OpenCells(page, school.Get<SchoolClock>().Today);
        Console.WriteLine(
            $"lane: {Typists} typists, {Typists * EditsOfEach} edits a round, {Rounds} rounds; raw commits the same rows in the same sizes"
        );
        var ratios = new List<double>();
        await Type(school, page, teacher, cells); // warm
        for (var round = 1; round <= Rounds; round++)
        {
            school.Batches.Sizes.Clear();
            var (lane, latencies) = await Type(school, page, teacher, cells);
            var sizes = school.Batches.Sizes.ToArray();
            var raw = RawCommits.Measure(school, sizes);
            ratios.Add(lane / raw);
            latencies.Sort();
            Console.WriteLine(
                $"  round {round}: lane {lane, 7:0} edits/s  raw {raw, 7:0} edits/s  ratio {lane / raw:0.00}  "
                    + $"edits a commit {sizes.Average():0.0}  ack p50 {latencies[latencies.Count / 2]:0.0} ms  p99 {latencies[latencies.Count * 99 / 100]:0.0} ms"
            );
        }

        ratios.Sort();
        Console.WriteLine($"  median ratio {ratios[Rounds / 2]:0.00} (goal 0.50)");
    }

    private static (WorkId Work, StudentId Student)[] OpenCells(JournalPage page, DateOnly today) =>
        [
            .. from work in page.Works.Values
            from student in page.Students.Values
            where page.MayWrite(page.Lessons[work.Work.Lesson], student.Id, today) is null
            // A mark for somebody who is marked absent is an error to report, not a load.
            where page.AttendanceAt(work.Work.Lesson, student.Id).Value.IsEmpty
            select (work.Work.Id, student.Id),
        ];

    private static async Task<(double PerSecond, List<double> Latencies)> Type(
        LoadSchool school,
        JournalPage page,
        Actor teacher,
        (WorkId Work, StudentId Student)[] cells
    )
    {
        var start = Stopwatch.GetTimestamp();
        var typed = await Task.WhenAll(
            Enumerable.Range(0, Typists).Select(typist => Task.Run(() => TypeOne(school, page.Id.Course, teacher, cells, typist)))
        );
        return (Typists * EditsOfEach / Stopwatch.GetElapsedTime(start).TotalSeconds, [.. typed.SelectMany(one => one)]);
    }

    private static async Task<List<double>> TypeOne(
        LoadSchool school,
        CourseId course,
        Actor teacher,
        (WorkId Work, StudentId Student)[] cells,
        int typist
    )
    {
        var (latencies, own) = (new List<double>(EditsOfEach), cells.Where((_, i) => i % Typists == typist).ToArray());
        var pages = school.Get<Core.Register.Storage.JournalPages>();
        var known = own.ToDictionary(cell => cell, cell => Now(pages, course, school, cell));
        for (var i = 0; i < EditsOfEach; i++)
        {
            var cell = own[i % own.Length];
            var (text, version) = known[cell];
            var next = text == "5" ? "4" : "5";
            var start = Stopwatch.GetTimestamp();
            var answer = await school.Writer.Submit(
                new SetMark(course, cell.Work, cell.Student, next, null, null, false, version),
                teacher
            );
            latencies.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            known[cell] = (next, answer is Applied applied ? applied.Seq : throw new InvalidOperationException($"Not applied: {answer}"));
        }

        return latencies;
    }

    private static (string Text, long Version) Now(
        Core.Register.Storage.JournalPages pages,
        CourseId course,
        LoadSchool school,
        (WorkId Work, StudentId Student) cell
    )
    {
        var page = pages.Read(new PageId(course, school.FullestPage().Page.Id.Term))!;
        var now = page.MarkAt(cell.Work, cell.Student);
        return (TypedMark.Text(now.Value with { Due = false }, page.Rules.Scale), now.Version);
    }
}
