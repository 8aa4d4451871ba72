using Journal.Core.Access;
using Journal.Core.Basics;
using Journal.Core.Register;
using Journal.Core.Writing;
using Journal.Tests.Support;
using static Journal.Tests.Support.SmallSchoolFacts;

namespace Journal.Tests.Access;

/// <summary>What a cell has held: all of it, in order, and nothing of the cells around.</summary>
public sealed class HistoryTests : IAsyncDisposable
{
    private readonly SmallSchool _school = new();

    [Fact]
    public async Task A_mark_cell_tells_every_value_it_has_had_and_no_other_cells()
    {
        var first = await Applied(Put("3"));
        await Applied(Put("2", work: Work16));
        await Applied(Put("2", student: Boris));
        await Applied(Absent("н", lesson: Lesson16));
        var second = await Applied(Put("4", expected: first));
        await Applied(Put("", expected: second));

        var history = await _school.Get<Readings>().MarkHistory(Teacher.Person, Algebra, WorkToday, Anna);

        Assert.Equal([first, second, second + 1], history!.Select(change => change.Seq));
        Assert.Equal(
            [(CellValue.Empty, CellValue.Of(3)), (CellValue.Of(3), CellValue.Of(4)), (CellValue.Of(4), CellValue.Empty)],
            history!.Select(change => (MarkSet)change.Event).Select(mark => (mark.Before, mark.After))
        );
    }

    [Fact]
    public async Task An_attendance_cell_tells_every_value_it_has_had_and_no_other_cells()
    {
        var first = await Applied(Absent("н"));
        await Applied(Absent("н", lesson: Lesson16));
        await Applied(Absent("н", student: Boris));
        await Applied(Put("5", work: Work16));
        var second = await Applied(Absent("о15", expected: first));

        var history = await _school.Get<Readings>().AttendanceHistory(Teacher.Person, Algebra, LessonToday, Anna);

        Assert.Equal([first, second], history!.Select(change => change.Seq));
    }

    public ValueTask DisposeAsync() => _school.DisposeAsync();

    private async Task<long> Applied(Command command) => Assert.IsType<Applied>(await _school.Submit(command)).Seq;
}
