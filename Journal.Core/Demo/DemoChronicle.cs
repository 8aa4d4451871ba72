using Journal.Core.Basics;
using Journal.Core.People;
using Journal.Core.Writing;

namespace Journal.Core.Demo;

/// <summary>Every fact of the demo school at its own time by its own author: the summer's preparations, then day by day.</summary>
internal sealed class DemoChronicle(DemoSchool school, SchoolClock clock)
{
    // A work is made up within two weeks, an illness explained after the holidays.
    private const int StillTouched = 30;

    private static readonly TimeOnly OfficeOpens = new(8, 0);
    private static readonly TimeOnly AfterLessons = new(15, 20);

    private readonly DemoDays _days = new(school);

    public IEnumerable<DatedFact> Facts(DateTime moment) => Summer().Concat(Year(moment));

    private IEnumerable<DatedFact> Summer()
    {
        var (administrator, registrar, deputy) = (Office(Role.Administrator), Office(Role.Registrar), Office(Role.Deputy));
        var august = new DateOnly(school.Year.Starts.Year, 8, 24);

        return Dated(DemoFounding.Frame(school), administrator, august, OfficeOpens)
            .Concat(Dated(DemoFounding.People(school), registrar, august.AddDays(1), OfficeOpens))
            .Concat(Dated(DemoFounding.Classes(school), registrar, august.AddDays(2), OfficeOpens))
            .Concat(Dated(DemoFounding.Courses(school, _days), deputy, august.AddDays(3), OfficeOpens))
            .Concat(Dated(_days.Lessons.Select(l => DemoFounding.Schedule(school, l)), deputy, august.AddDays(4), OfficeOpens));
    }

    private IEnumerable<DatedFact> Year(DateTime moment)
    {
        var pages = new DemoPages(school, _days.Lessons);
        var classroom = new DemoClassroom(pages, clock);
        var before = school.Year.Starts.AddDays(-1);
        foreach (var day in _days.Until(moment))
        {
            foreach (var fact in Dated(DemoMoves.On(school, before, day.Date), Office(Role.Registrar), day.Date, OfficeOpens))
                yield return fact;

            // Lessons of one number go on at the same time.
            foreach (var together in day.Lessons.GroupBy(e => e.Lesson.Number))
            foreach (var fact in together.SelectMany(classroom.Facts).OrderBy(f => f.At))
                yield return fact;

            foreach (var (reason, place) in day.Reasons.Select((r, i) => (r, i)))
                yield return classroom.Explain(reason, clock.MomentOf(day.Date, AfterLessons).AddSeconds(place / 4.0));

            pages.Forget(before: day.Date.AddDays(-StillTouched));
            before = day.Date;
        }
    }

    private IEnumerable<DatedFact> Dated(IEnumerable<JournalEvent> facts, PersonId by, DateOnly day, TimeOnly from)
    {
        var at = clock.MomentOf(day, from);

        return facts.Select((fact, i) => new DatedFact(at.AddMilliseconds(i * 50), by, fact));
    }

    private PersonId Office(Role role) => school.Staff.First(s => s.Role == role).Id;
}
