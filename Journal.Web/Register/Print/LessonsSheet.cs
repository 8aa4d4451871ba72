using System.Collections.Immutable;
using System.Globalization;
using Journal.Core.Lessons;
using Journal.Web.Texts;

namespace Journal.Web.Register.Print;

/// <summary>A lesson on paper, or the rest of one whose text is too long for a row: that has no date of its own.</summary>
public sealed record PrintLesson(string Number, string? Date, string Period, string Topic, string Homework, string Note, bool IsAhead)
{
    private const double Points = 8.5;

    // A third of a sheet: what is longer goes on in the next row, and so on the next sheet if it must.
    private const int MostLines = 15;

    internal double Height
    {
        get
        {
            var topic = TextFit.Lines(Topic, Paper.Topic - 3.5, Points);
            var homework = TextFit.Lines(Homework, Paper.Homework - 3.5, Points);
            var note = TextFit.Lines(Note, Paper.Note - 3.5, Points);
            return Paper.RowHeight(Paper.LessonRow, Math.Max(topic, Math.Max(homework, note)), 3.5);
        }
    }

    internal static IEnumerable<PrintLesson> Of(GridView view)
    {
        var number = 0;
        foreach (var lesson in view.Page.Shape.Lessons)
        {
            var held = lesson.Status is not (LessonStatus.Cancelled or LessonStatus.Moved);
            var row = new PrintLesson(
                held ? (++number).ToString(CultureInfo.CurrentCulture) : "",
                lesson.Date.ToString("dd.MM", CultureInfo.InvariantCulture),
                lesson.Number.ToString(CultureInfo.CurrentCulture),
                lesson.Topic ?? "",
                lesson.Homework == "" ? Words.HomeworkNone : LightText.Plain(lesson.Homework ?? ""),
                PrintText.Note(lesson, view),
                lesson.Date > view.Today
            );
            foreach (var part in row.Parts())
                yield return part;
        }
    }

    private IEnumerable<PrintLesson> Parts()
    {
        var topics = TextFit.Pieces(Topic, Paper.Topic - 3.5, Points, MostLines);
        var tasks = TextFit.Pieces(Homework, Paper.Homework - 3.5, Points, MostLines);
        yield return this with
        {
            Topic = topics.FirstOrDefault(""),
            Homework = tasks.FirstOrDefault(""),
        };
        for (var i = 1; i < Math.Max(topics.Count, tasks.Count); i++)
            yield return new PrintLesson("", null, "", topics.ElementAtOrDefault(i) ?? "", tasks.ElementAtOrDefault(i) ?? "", "", IsAhead);
    }
}

/// <summary>A right page: what was taught and set.</summary>
public sealed record LessonsSheet(ImmutableArray<PrintLesson> Rows)
{
    internal static ImmutableArray<LessonsSheet> Of(IEnumerable<PrintLesson> lessons, double room)
    {
        var sheets = Cutting.Fill(lessons, lesson => lesson.Height, room).Select(rows => new LessonsSheet(rows)).ToImmutableArray();
        return sheets.IsEmpty ? [new LessonsSheet([])] : sheets;
    }
}
