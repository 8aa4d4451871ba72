using Journal.Core.Access;
using Journal.Core.Basics;
using Journal.Tests.Support;
using static Journal.Tests.Support.SmallSchoolFacts;

namespace Journal.Tests.Access;

/// <summary>The search box: what fits, and that nobody finds whom they may not open.</summary>
public sealed class FindingTests : IAsyncDisposable
{
    private readonly SmallSchool _school = new();

    public ValueTask DisposeAsync() => _school.DisposeAsync();

    [Theory]
    [InlineData("сок", true)]
    [InlineData("СОК ВАР", true)]
    [InlineData("вар сок", true)]
    [InlineData("варвара соколова 7б", true)]
    [InlineData("семен", true)]
    [InlineData("Семён", true)]
    [InlineData("  сок  ", true)]
    [InlineData("окол", false)]
    [InlineData("сок пётр", false)]
    [InlineData("", false)]
    [InlineData(" - ", false)]
    public void Beginnings_of_words_fit_in_any_order_case_and_yo_do_not_count(string text, bool fits) =>
        Assert.Equal(fits, Finding.Fits(text, "Соколова-Семёнова Варвара 7Б"));

    [Fact]
    public void A_teacher_finds_students_in_the_own_pages_only()
    {
        Assert.Equal([new Found(Anna, null, Algebra)], Find(Teacher, "Фамилия21"));
        Assert.Empty(Find(Teacher, "Фамилия25"));
        Assert.Equal([new Found(null, null, Algebra)], Find(Teacher, "7б"));
        Assert.Equal([new Found(null, null, EnglishOfFirst)], Find(OtherTeacher, "англ 1"));
    }

    [Fact]
    public void A_class_teacher_finds_the_own_class_and_its_diaries()
    {
        Assert.Equal([new Found(null, Class7B, null)], Find(ClassTeacher, "7Б"));
        Assert.Equal([new Found(Vera, null, null)], Find(ClassTeacher, "имя23"));
        Assert.Empty(Find(ClassTeacher, "8а"));
    }

    [Fact]
    public void Heads_find_everybody_and_the_class_tells_whom_one_means()
    {
        Assert.Equal([Anna, Boris, Vera, Newcomer, Stranger], Find(Director, "фамилия2").Select(found => found.Student!.Value));
        Assert.Equal([new Found(Stranger, null, null)], Find(Director, "фам 8а"));
        Assert.Equal([new Found(null, Class8A, null)], Find(Director, "8а"));
        Assert.Equal(2, _school.Get<Readings>().Find(Director.Person, "фамилия2", 2).Count);
    }

    [Fact]
    public void Families_and_offices_without_pages_find_nobody()
    {
        foreach (var who in new[] { Parent.Person, Anna.Person, Technician.Person, Registrar.Person, new PersonId(999) })
            Assert.Empty(_school.Get<Readings>().Find(who, "фамилия", 20));
        Assert.Empty(Find(Director, new string('ф', Finding.LongestText + 1)));
    }

    private IReadOnlyList<Found> Find(Actor who, string text) => _school.Get<Readings>().Find(who.Person, text, 20);
}
