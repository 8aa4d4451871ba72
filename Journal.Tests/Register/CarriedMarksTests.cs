using Journal.Core.Basics;
using Journal.Core.Classes;
using Journal.Core.Register;
using Journal.Core.Writing;
using Journal.Tests.Support;
using static Journal.Tests.Support.SmallSchoolFacts;

namespace Journal.Tests.Register;

/// <summary>Marks of a former group come along, read-only, and the page that carries them is always up to date.</summary>
public sealed class CarriedMarksTests : IAsyncDisposable
{
    private static readonly PageId NewPage = new(EnglishOfSecond, Quarter2);

    private readonly SmallSchool _school = new();

    [Fact]
    public async Task They_come_whichever_of_joining_and_leaving_is_entered_first()
    {
        await Mark("4", Anna);
        await Mark("5", Boris, expected: 0);
        Assert.Empty(Carried);

        await Move(Anna, joinFirst: false);
        await Move(Boris, joinFirst: true);

        Assert.Equal([(Anna, CellValue.Of(4)), (Boris, CellValue.Of(5))], Carried.Select(mark => (mark.Student, mark.Value)));
        Assert.All(Carried, mark => Assert.Equal((EnglishOfFirst, new DateOnly(2026, 11, 11), 100), (mark.From, mark.Date, mark.Weight)));
    }

    [Fact]
    public async Task They_follow_the_mark_and_its_column()
    {
        await Mark("4", Anna);
        await Move(Anna, joinFirst: false);
        var version = _school.Pages.Read(EnglishPage)!.MarkAt(EnglishWork1, Anna).Version;

        await Mark("5", Anna, version);
        Assert.Equal(CellValue.Of(5), Assert.Single(Carried).Value);

        var column = _school.Pages.Read(EnglishPage)!.Works[EnglishWork1].Version;
        await Do(new ChangeWork(EnglishOfFirst, EnglishWork1, SmallSchoolFacts.Test, 300, null, null, Shown: true, column), OtherTeacher);
        Assert.Equal((300, SmallSchoolFacts.Test), (Assert.Single(Carried).Weight, Carried.Single().Type));

        version = _school.Pages.Read(EnglishPage)!.MarkAt(EnglishWork1, Anna).Version;
        await Mark("", Anna, version);
        Assert.Empty(Carried);
    }

    [Fact]
    public async Task Who_comes_back_brings_the_marks_of_the_time_between()
    {
        await Leave(Boris, English1, new(2026, 11, 8));
        await Join(Boris, English2, new(2026, 11, 9));
        await Do(Put("4", 0, EnglishWork2, Boris) with { Course = EnglishOfSecond }, OtherTeacher);
        await Leave(Boris, English2, new(2026, 11, 15));

        await Join(Boris, English1, new(2026, 11, 16));

        var back = Assert.Single(_school.Pages.Read(EnglishPage)!.Carried);
        Assert.Equal((Boris, EnglishOfSecond, CellValue.Of(4)), (back.Student, back.From, back.Value));
    }

    [Fact]
    public async Task Who_has_left_the_same_group_twice_brings_its_marks_once()
    {
        await Mark("4", Anna);
        await Leave(Anna, English1, new(2026, 11, 12));
        await Join(Anna, English1, new(2026, 11, 16));
        await Leave(Anna, English1, new(2026, 11, 17));

        await Join(Anna, English2, new(2026, 11, 18));

        Assert.Single(Carried);
    }

    [Fact]
    public async Task An_answer_brings_the_version_of_the_cell_or_column_although_others_hear_of_it_too()
    {
        await Mark("4", Anna);
        await Move(Anna, joinFirst: false);
        var page = _school.Pages.Read(EnglishPage)!;

        var mark = Put("5", page.MarkAt(EnglishWork1, Anna).Version, EnglishWork1, Anna) with { Course = EnglishOfFirst };
        var marked = Assert.IsType<Applied>(await _school.Writer.Submit(mark, OtherTeacher));
        var change = new ChangeWork(
            EnglishOfFirst,
            EnglishWork1,
            SmallSchoolFacts.Test,
            300,
            null,
            null,
            Shown: false,
            page.Works[EnglishWork1].Version
        );
        var hidden = Assert.IsType<Applied>(await _school.Writer.Submit(change, OtherTeacher));
        var again = Assert.IsType<Applied>(
            await _school.Writer.Submit(
                change with
                {
                    Shown = true,
                    Expected = hidden.Seq,
                    CommandId = Guid.CreateVersion7(),
                },
                OtherTeacher
            )
        );

        page = _school.Pages.Read(EnglishPage)!;
        Assert.Equal((marked.Seq, again.Seq), (page.MarkAt(EnglishWork1, Anna).Version, page.Works[EnglishWork1].Version));
        Assert.Equal(CellValue.Of(5), Assert.Single(Carried).Value);
    }

    public ValueTask DisposeAsync() => _school.DisposeAsync();

    private Task Leave(StudentId student, GroupId group, DateOnly lastDay) => Do(new LeaveGroup(student, group, lastDay), Registrar);

    private Task Join(StudentId student, GroupId group, DateOnly from) => Do(new JoinGroup(student, group, from), Registrar);

    private IEnumerable<CarriedMark> Carried => _school.Pages.Read(NewPage)!.Carried;

    private async Task Move(StudentId student, bool joinFirst)
    {
        Command[] steps = [new LeaveGroup(student, English1, new(2026, 11, 12)), new JoinGroup(student, English2, new(2026, 11, 13))];
        foreach (var step in joinFirst ? steps.Reverse() : steps)
        {
            await Do(step, Registrar);
            Assert.NotNull(_school.Pages.Read(NewPage));
        }
    }

    private Task Mark(string value, StudentId student, long expected = 0) =>
        Do(Put(value, expected, EnglishWork1, student) with { Course = EnglishOfFirst }, OtherTeacher);

    private async Task Do(Command command, Actor actor) => Assert.IsType<Applied>(await _school.Writer.Submit(command, actor));
}
