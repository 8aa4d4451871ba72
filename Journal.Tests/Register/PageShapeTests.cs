using Journal.Core.Basics;
using Journal.Core.Lessons;
using Journal.Core.Register;
using static Journal.Tests.Register.TestPage;

namespace Journal.Tests.Register;

public sealed class PageShapeTests
{
    [Fact]
    public void Lessons_stand_by_date_number_and_id()
    {
        var twice = new[] { Now with { Id = new(12) }, Now with { Id = new(11), Number = Now.Number + 1 }, Now with { Id = new(10) } };
        var page = Page with { Lessons = Page.Lessons.AddRange(twice.Select(lesson => KeyValuePair.Create(lesson.Id, lesson))) };

        Assert.Equal(
            [Old.Id, Monday.Id, Cancelled.Id, Moved.Id, Now.Id, new(10), new(12), new(11), Ahead.Id, CancelledAhead.Id],
            page.Shape.Lessons.Select(lesson => lesson.Id)
        );
    }

    [Theory]
    [InlineData("2026-11-16", "2026-11-18", "2 5")]
    [InlineData("2026-11-17", "2026-11-17", "")]
    [InlineData("2026-11-20", "2026-11-20", "3")]
    [InlineData("0001-01-01", "2026-11-05", "1")]
    [InlineData("2026-11-23", "9999-12-31", "4 7")]
    [InlineData("0001-01-01", "9999-12-31", "1 2 5 6 3 4 7")]
    [InlineData("2026-11-25", "9999-12-31", "")]
    [InlineData("2026-11-20", "2026-11-16", "")]
    public void Lessons_of_some_days_are_those_from_the_first_to_the_last(string from, string to, string expected)
    {
        var found = Page.Shape.LessonsOn(DateOnly.Parse(from), DateOnly.Parse(to));

        Assert.Equal(expected, string.Join(' ', found.ToArray().Select(lesson => lesson.Id.Value)));
    }

    [Fact]
    public void Columns_of_a_lesson_stand_by_ordinal_and_id()
    {
        var works = new[] { Column(33, 2), Column(32, 1), Column(31, 2) };
        var page = Page with { Works = Page.Works.AddRange(works.Select(one => KeyValuePair.Create(one.Work.Id, one))) };

        Assert.Equal([32, 31, 33], page.Shape.WorksOf(Old.Id).Where(work => work.Id.Value > 30).Select(work => work.Id.Value));
        Assert.Empty(page.Shape.WorksOf(new LessonId(99)));
    }

    [Fact]
    public void A_mark_leaves_the_shape_and_a_lesson_or_a_column_makes_another()
    {
        var shape = Page.Shape;
        var marked = Page with
        {
            Marks = Page.Marks.SetItem((MondayTest, Anna), MarkCell.Never with { Value = CellValue.Of(5), Version = 101 }),
        };

        Assert.Same(shape, marked.Shape);
        Assert.Equal("Дроби", Recorded(marked).Shape.Lessons.Single(lesson => lesson.Id == Now.Id).Topic);
        Assert.Contains(new WorkId(31), Widened(marked).Shape.WorksOf(Old.Id).Select(work => work.Id));
        Assert.Same(shape, marked.Shape);
    }

    private static JournalPage Recorded(JournalPage page) =>
        page with
        {
            Lessons = page.Lessons.SetItem(Now.Id, Now with { Topic = "Дроби" }),
        };

    private static JournalPage Widened(JournalPage page) => page with { Works = page.Works.Add(new(31), Column(31, 1)) };

    private static PageWork Column(int id, int ordinal) =>
        new(new Work(new(id), Old.Id, Answer.Id, 100, null, ordinal, IsDefault: false, DueBy: null, Shown: true), 1);
}
