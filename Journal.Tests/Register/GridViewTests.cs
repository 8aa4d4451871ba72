using Journal.Core.Basics;
using Journal.Core.Courses.Storage;
using Journal.Core.Register;
using Journal.Core.School;
using Journal.Core.Writing;
using Journal.Tests.Support;
using Journal.Web.Register;
using static Journal.Tests.Support.SmallSchoolFacts;

namespace Journal.Tests.Register;

/// <summary>The page as a grid of texts, made once for all who watch it.</summary>
public sealed class GridViewTests : IAsyncDisposable
{
    private readonly SmallSchool _school = new();
    private readonly GridViews _views;

    public GridViewTests()
    {
        Language.Is("ru");
        _views = new GridViews(_school.Get<RosterSource>(), _school.Get<SchoolClock>());
    }

    private GridView View => _views.Of(_school.Algebra);

    [Fact]
    public void Whoever_watches_the_same_page_is_shown_the_same_grid() => Assert.Same(View, View);

    [Fact]
    public async Task A_mark_makes_one_row_anew_and_leaves_the_others_as_they_were()
    {
        var before = View;

        await Done(Put("5"));

        var after = View;
        Assert.Equal([Anna], after.Rows.Where((row, i) => !ReferenceEquals(row, before.Rows[i])).Select(row => row.Student));
        Assert.Equal(before.Columns, after.Columns);
        Assert.Equal("5", Cell(after, Anna, WorkToday).Mark);
    }

    [Fact]
    public async Task A_grid_kept_up_with_changes_says_what_a_grid_made_anew_says()
    {
        await Done(Put("4/5"));
        _ = View;
        await Done(Absent("н", student: Boris));
        await Done(Put("3", student: Vera));
        await Done(new AddWork(Algebra, Lesson16, Test, null, "Дроби", null, Shown: false));
        _ = View;
        await Done(Put("", _school.Algebra.MarkAt(WorkToday, Vera).Version, student: Vera));

        var anew = new GridViews(_school.Get<RosterSource>(), _school.Get<SchoolClock>()).Of(_school.Algebra);

        Assert.Equal(Text(anew), Text(View));
    }

    [Fact]
    public async Task A_mark_put_after_a_missed_lesson_asks_for_its_protocol_in_every_column_of_it()
    {
        await Done(Absent("н", lesson: Lesson16));
        await Done(Absent("о5", lesson: Lesson16, student: Boris));
        await Done(new AddWork(Algebra, Lesson16, Test, null, "Дроби", null, Shown: true));
        var test = _school.Algebra.Works.Values.Single(one => one.Work.Title == "Дроби").Work.Id;
        await Done(Put("4", work: Work16));
        await Done(Put("4", work: Work16, student: Boris));

        Assert.Equal(("", true), (CellText.Protocol(Cell(View, Anna, Work16)), Cell(View, Anna, Work16).MakeUp is { Value: null }));
        // Nothing is there yet, was there and late, or was there.
        Assert.All(new[] { (Anna, test), (Boris, Work16), (Vera, Work16) }, at => Assert.Null(Cell(View, at.Item1, at.Item2).MakeUp));

        await Done(new RecordMakeUp(Algebra, Lesson16, Anna, "5", Today, null, 0));

        Assert.Equal("отработано 20.11, протокол № 5", CellText.Title(Cell(View, Anna, Work16)));
        Assert.NotEqual("", CellText.Protocol(Cell(View, Anna, Work16)));
        var anew = new GridViews(_school.Get<RosterSource>(), _school.Get<SchoolClock>()).Of(_school.Algebra);
        Assert.Equal(Text(anew), Text(View));
    }

    [Fact]
    public void Days_before_arrival_are_outside_and_lessons_ahead_are_closed()
    {
        Assert.True(Cell(View, Newcomer, Work9).Outside);
        Assert.False(Cell(View, Newcomer, Work16).Outside);
        Assert.IsType<LessonInFuture>(View.Columns.Single(column => column.Work?.Id == WorkAhead).Closed);
        Assert.Null(View.Columns.Single(column => column.Work?.Id == WorkToday).Closed);
    }

    [Fact]
    public async Task The_average_is_that_of_weights_and_both_marks_of_a_cell_count()
    {
        await Done(Put("5/4"));
        await Done(new AddWork(Algebra, Lesson16, Test, 300, null, null, Shown: true));
        var test = _school.Algebra.Works.Values.Single(one => !one.Work.IsDefault).Work.Id;
        await Done(Put("3", work: test));

        var row = View.Rows.Single(row => row.Student == Anna);

        Assert.Equal((new Fraction(18, 5), 2), (row.Average, row.Count));
        Assert.Equal(new Fraction(23, 6), RowSum.Of(_school.Algebra, Anna).With(5, 100, _school.Algebra));
    }

    [Fact]
    public async Task An_absence_stands_in_the_lessons_own_column_and_beside_a_mark()
    {
        await Done(Absent("н", lesson: Lesson16));
        await Done(Put("4", work: Work16));

        var cell = Cell(View, Anna, Work16);

        Assert.Equal(("4", "н", AbsenceKind.Unknown), (cell.Mark, cell.Absence, cell.Kind));
    }

    [Fact]
    public void The_grid_is_made_anew_on_the_next_day()
    {
        var today = View;

        _school.Clock.Advance(TimeSpan.FromDays(1));

        Assert.NotSame(today, View);
        Assert.DoesNotContain(View.Columns, column => column.IsToday);
    }

    public ValueTask DisposeAsync() => _school.DisposeAsync();

    private async Task Done(Command command) => Assert.IsType<Applied>(await _school.Submit(command));

    private static GridCell Cell(GridView view, StudentId student, WorkId work)
    {
        var column = view.Columns.ToList().FindIndex(column => column.Work?.Id == work);
        return view.Rows.Single(row => row.Student == student).Cells[column];
    }

    private static IEnumerable<string> Text(GridView view) =>
        view.Rows.Select(row =>
            $"{row.Number} {row.Family} {row.Given} {row.Average} {row.Count} {row.Closed} {string.Join('|', row.Cells.AsEnumerable())}"
        );
}
