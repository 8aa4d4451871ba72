using Journal.Core.Basics;
using Journal.Core.Classes;
using Journal.Core.Courses;
using Journal.Core.Lessons;
using Journal.Core.Register;
using Journal.Core.School;
using Journal.Core.Writing;
using Journal.Tests.Support;
using static Journal.Tests.Support.SmallSchoolFacts;

namespace Journal.Tests.Register;

/// <summary>A stream of two classes, of which one has quarters and the other half-years: each closes its own terms.</summary>
public sealed class StreamLocksTests : IAsyncLifetime
{
    private static readonly CourseId Stream = new(50);
    private static readonly ClassId Class10A = new(50);
    private static readonly StudentId Senior = new(20);
    private static readonly TermId HalfYear = new(50);
    private static readonly TermId SecondHalfYear = new(51);
    private static readonly WorkId Work = new(50);

    private readonly SmallSchool _school = new();

    public Task InitializeAsync() =>
        _school.Writer.Bulk(
            Guid.CreateVersion7(),
            Facts().Select(fact => new DatedFact(_school.Clock.GetUtcNow(), Administrator.Person, fact))
        );

    [Fact]
    public async Task Who_has_half_years_is_closed_by_a_half_year()
    {
        await Lock(HalfYear, Class10A);

        Assert.Equal(new Refused(new TermClosed(Quarter2)), await Mark(Senior));
        Assert.IsType<Applied>(await Mark(Anna));
    }

    [Fact]
    public async Task Who_has_quarters_is_closed_by_a_quarter()
    {
        await Lock(Quarter2, Class7B);

        Assert.Equal(new Refused(new TermClosed(Quarter2)), await Mark(Anna));
        Assert.IsType<Applied>(await Mark(Senior));
    }

    [Fact]
    public async Task A_term_that_the_lesson_is_not_in_closes_nothing()
    {
        await Lock(SecondHalfYear, Class10A);
        await Lock(Quarter1, Class7B);

        Assert.IsType<Applied>(await Mark(Senior));
        Assert.IsType<Applied>(await Mark(Anna));
    }

    [Fact]
    public async Task Columns_stay_open_until_every_class_has_closed()
    {
        var add = new AddWork(Stream, new(50), SmallSchoolFacts.Test, null, null, null, Shown: true);
        await Lock(HalfYear, Class10A);
        Assert.IsType<Applied>(await _school.Submit(add));

        await Lock(Quarter2, Class7B);

        Assert.Equal(new Refused(new TermClosed(Quarter2)), await _school.Submit(add with { CommandId = Guid.CreateVersion7() }));
    }

    public async Task DisposeAsync() => await _school.DisposeAsync();

    private Task<Answer> Mark(StudentId student) => _school.Submit(Put("5", 0, Work, student) with { Course = Stream });

    private async Task Lock(TermId term, ClassId schoolClass)
    {
        Assert.NotNull(_school.Pages.Read(new PageId(Stream, Quarter2)));
        Assert.IsType<Applied>(await _school.Writer.Submit(new LockTerm(term, schoolClass), Deputy));
    }

    private static IEnumerable<JournalEvent> Facts()
    {
        yield return new TermSetAdded(new(50), new(1), "Полугодия");
        yield return new TermAdded(HalfYear, new(50), 1, "1 полугодие", YearStart, new(2026, 12, 27));
        yield return new TermAdded(SecondHalfYear, new(50), 2, "2 полугодие", new(2027, 1, 11), new(2027, 5, 26));
        yield return new ClassOpened(new(Class10A, new(1), 10, "А", new(50), new(1), new(1)));
        yield return new ClassJoined(Senior, Class10A, YearStart, null);
        yield return new GroupFormed(new(new(50), new(1), GroupKind.Stream, "Робототехника", [Class7B, Class10A]));
        yield return new GroupJoined(Anna, new(50), Class7B, YearStart, null);
        yield return new GroupJoined(Senior, new(50), Class10A, YearStart, null);
        yield return new CourseOpened(new(Stream, new(1), new(1), new(50), StandardScales.FivePoint.Id, 100));
        yield return new LoadGiven(Stream, Teacher.Person, YearStart);
        var work = new Work(Work, new(50), SmallSchoolFacts.Answer, 100, null, 0, IsDefault: true, null, Shown: true);
        yield return new LessonScheduled(Stream, Quarter2, new(50), new(2026, 11, 18), 7, work);
    }
}
