using System.Collections.Immutable;
using System.Globalization;
using Journal.Core.Basics;
using Journal.Core.Classes;
using Journal.Core.Lessons;
using Journal.Web.Diary;
using Journal.Web.Texts;

namespace Journal.Web.Register.Print;

/// <summary>What the paper says around the marks.</summary>
internal static class PrintText
{
    public static PrintFrame Frame(GridView view, string printed)
    {
        var (roster, group) = (view.Roster, PageTitleText.Group(view));
        var course = roster.Courses[view.Page.Id.Course];
        var term = roster.Terms[view.Page.Id.Term];
        string[] school = [roster.Settings.Name, Phrase.With(Words.PrintYear, roster.Years[course.Year].Name)];
        var where = string.Join(" · ", school.Where(part => part.Length > 0));
        return new PrintFrame(
            where,
            roster.Groups[course.Group].Kind == GroupKind.WholeClass ? Phrase.With(Words.PrintClass, group) : group,
            PageTitleText.Subject(view),
            $"{PageTitleText.Subject(view)}, {group}",
            $"{where} · {Words.PrintTeacher}",
            Teachers(view),
            Phrase.With(Words.PrintTerm, term.Name, Day(term.Starts), Day(term.Ends)),
            printed
        );
    }

    /// <summary>Who taught the course on some day of the term.</summary>
    public static string Teachers(GridView view)
    {
        var term = view.Roster.Terms[view.Page.Id.Term];
        var names = view
            .Roster.TeachersOfCourse[view.Page.Id.Course]
            .Where(load => load.Days.Touches(term.Starts, term.Ends))
            .Select(load => view.Roster.People.GetValueOrDefault(load.To)?.FullName ?? view.Roster.NameOf(load.To));
        return string.Join(", ", names.Distinct());
    }

    public static string Printed(GridView view, PersonId by, DateTimeOffset at, string sum) =>
        Phrase.With(
            Words.PrintPrinted,
            at.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture),
            at.ToString("HH:mm", CultureInfo.InvariantCulture),
            ShortName.Of(view.Roster, by),
            view.Page.Seq.ToString("N0", CultureInfo.CurrentCulture),
            sum
        );

    /// <summary>Letters and signs in words: those that the school prints, and of the works those that are there.</summary>
    public static string MarksLegend(GridView view, ImmutableArray<PrintRow> rows)
    {
        var cells = rows.SelectMany(row => row.Cells).ToArray();
        var codes = view.Page.Rules.Codes.Where(code => code.PrintAs.Length > 0).Select(code => $"{code.PrintAs} {code.Title}");
        var types = view
            .Columns.Select(column => column.Type)
            .Where(type => type is { Sign.Length: > 0 })
            .DistinctBy(type => type!.Id)
            .Select(type => $"{type!.Sign} {type.Name.ToLower(CultureInfo.CurrentCulture)}");
        string?[] signs =
        [
            cells.Any(cell => cell.IsMadeUp) ? Words.PrintMadeUp : null,
            view.Columns.Any(column => ColumnText.Weight(column) is not null) ? Words.PrintWeights : null,
            cells.Any(cell => cell.Outside) ? Words.PrintHatched : null,
            view.HasCarried ? Phrase.With(Words.PrintCarried, Words.GridCarried) : null,
        ];
        return string.Join(" · ", codes.Concat(types).Concat(signs.OfType<string>()));
    }

    public static string LessonsLegend(GridView view)
    {
        var lessons = view
            .Page.Shape.Lessons.Where(lesson => lesson.Status is not (LessonStatus.Cancelled or LessonStatus.Moved))
            .ToArray();
        var held = lessons.Count(lesson => lesson.Status is LessonStatus.Held or LessonStatus.Distance);
        return $"{Phrase.With(Words.PrintCounts, lessons.Length, held)} {Words.PrintSum}";
    }

    /// <summary>What a lesson's row says beside topic and homework: why it was no ordinary one, and who gave it in the teacher's stead.</summary>
    public static string Note(Lesson lesson, GridView view)
    {
        var others = Instead(lesson, view);
        string?[] parts = [DiaryText.Status(lesson.Status), others.Length == 0 ? null : Phrase.With(Words.PrintInstead, others)];
        return string.Join("; ", parts.OfType<string>());
    }

    public static string Instead(Lesson lesson, GridView view) =>
        string.Join(
            ", ",
            lesson
                .Teachers.Where(teacher => !view.Roster.Teaches(teacher, view.Page.Id.Course, lesson.Date))
                .Select(teacher => ShortName.Of(view.Roster, teacher))
        );

    /// <summary>«Ноябрь» over its columns; shortened where they are few.</summary>
    public static string Month(DateOnly day, int columns) =>
        columns switch
        {
            1 => Phrase.Sentence(day.ToString("MMM", CultureInfo.CurrentCulture).TrimEnd('.'))[..3],
            2 => Phrase.Sentence(day.ToString("MMM", CultureInfo.CurrentCulture).TrimEnd('.')),
            _ => Phrase.Sentence(day.ToString("MMMM", CultureInfo.CurrentCulture)),
        };

    private static string Day(DateOnly day) => day.ToString("d MMMM", CultureInfo.CurrentCulture);
}
