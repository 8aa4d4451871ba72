using System.Collections.Immutable;
using Journal.Core.Basics;
using Journal.Core.Courses;
using Journal.Core.Lessons;
using Journal.Core.Register;
using Journal.Core.School;

namespace Journal.Web.Register;

/// <summary>Makes the grid of a page, keeping of the former one every row whose cells have not moved on.</summary>
internal static class GridMaking
{
    public static GridView Of(JournalPage page, Roster roster, SchoolClock clock, GridView? former)
    {
        var today = clock.Today;
        if (former is not null && SameShape(former, page, roster, today))
        {
            var changed = Changed(former.Page, page);
            var rows = former.Rows.Select(row =>
                changed.Contains(row.Student) ? Row(page, former.Columns, clock, row.Student, row.Number, row.Family, row.Given) : row
            );
            // Marks come by the second; lessons are written once an hour.
            var lines = ReferenceEquals(former.Page.Recorded, page.Recorded) ? former.Lines : LessonLine.Of(page, today);
            return former with { Page = page, Rows = [.. rows], Lines = lines };
        }

        var columns = Columns(page, roster, today);
        var students = PageOrder.Students(page, roster);
        return new GridView(
            page,
            roster,
            today,
            columns,
            [.. students.Select((one, i) => Row(page, columns, clock, one.Student.Id, i + 1, one.Family, one.Given))],
            LessonLine.Of(page, today)
        );
    }

    private static bool SameShape(GridView former, JournalPage page, Roster roster, DateOnly today) =>
        ReferenceEquals(former.Roster, roster)
        && former.Today == today
        && ReferenceEquals(former.Page.Works, page.Works)
        && ReferenceEquals(former.Page.Lessons, page.Lessons)
        && ReferenceEquals(former.Page.Students, page.Students)
        && ReferenceEquals(former.Page.Rules, page.Rules)
        && former.Page.Carried == page.Carried
        && former.Page.Seq <= page.Seq;

    private static HashSet<StudentId> Changed(JournalPage before, JournalPage after)
    {
        var changed = new HashSet<StudentId>();
        if (!ReferenceEquals(before.Marks, after.Marks))
            changed.UnionWith(after.Marks.Where(cell => cell.Value.Version > before.Seq).Select(cell => cell.Key.Student));
        if (!ReferenceEquals(before.Attendance, after.Attendance))
            changed.UnionWith(after.Attendance.Where(cell => cell.Value.Version > before.Seq).Select(cell => cell.Key.Student));
        if (!ReferenceEquals(before.Reasons, after.Reasons))
            changed.UnionWith(after.Reasons.Where(cell => cell.Value.Version > before.Seq).Select(cell => cell.Key.Student));
        if (!ReferenceEquals(before.MakeUps, after.MakeUps))
            changed.UnionWith(after.MakeUps.Where(cell => cell.Value.Version > before.Seq).Select(cell => cell.Key.Student));
        return changed;
    }

    private static ImmutableArray<GridColumn> Columns(JournalPage page, Roster roster, DateOnly today)
    {
        var columns = ImmutableArray.CreateBuilder<GridColumn>();
        DateOnly? week = null;
        foreach (var lesson in page.Shape.Lessons.Where(lesson => IsShown(lesson, page)))
        {
            var monday = SchoolCalendar.MondayOf(lesson.Date);
            var starts = week is not null && monday != week;
            week = monday;
            var closed = page.MayWrite(lesson, today);
            foreach (var work in page.Shape.WorksOf(lesson.Id).DefaultIfEmpty<Work?>(null))
            {
                var type = work is null ? null : roster.WorkTypes.GetValueOrDefault(work.Type);
                columns.Add(new GridColumn(lesson, work, type, starts, lesson.Date == today, closed));
                starts = false;
            }
        }

        return columns.ToImmutable();
    }

    // A lesson that did not take place has no column, unless something was recorded in it before that was known.
    private static bool IsShown(Lesson lesson, JournalPage page) =>
        lesson.Status is not (LessonStatus.Cancelled or LessonStatus.Moved)
        || page.Attendance.Any(cell => cell.Key.Lesson == lesson.Id && !cell.Value.Value.IsEmpty)
        || page.Shape.WorksOf(lesson.Id).Any(work => page.StudentsWith(work.Id).Any());

    private static GridRow Row(
        JournalPage page,
        ImmutableArray<GridColumn> columns,
        SchoolClock clock,
        StudentId student,
        int number,
        string family,
        string given
    )
    {
        var carried = page.Carried.Where(mark => mark.Student == student).ToImmutableArray();
        var sum = RowSum.Of(page, student);
        return new GridRow(
            student,
            number,
            family,
            given,
            [.. columns.Select(column => GridCells.Of(page, column, page.Students[student], clock))],
            carried,
            string.Join(' ', carried.Select(mark => TypedMark.Text(mark.Value, page.Rules.Scale))),
            sum.Average,
            sum.Count,
            IsClosed(page, columns, page.Students[student], clock.Today)
        );
    }

    // Of two classes taught together one may have closed its term: then it is closed on its last day here, too.
    private static bool IsClosed(JournalPage page, ImmutableArray<GridColumn> columns, PageStudent student, DateOnly today) =>
        columns.LastOrDefault(column => column.Lesson.Date <= today && student.ClassOn(column.Lesson.Date) is not null) is { } last
        && page.MayWrite(last.Lesson, student.Id, today) is TermClosed;
}
