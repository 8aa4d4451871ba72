using Journal.Core.Basics;
using Journal.Core.Lessons;
using Journal.Core.School;
using Journal.Core.Writing;
using static Journal.Tests.Support.SmallSchoolFacts;

namespace Journal.Tests.Support;

/// <summary>Papers that the small school has only where a test is about them: a regulation, lesson plans.</summary>
internal static class SchoolPapers
{
    /// <summary>From the first day of the year on: topic, homework and roll on the day of the lesson.</summary>
    public static Task AdoptRegulation(this JournalWriter writer) =>
        writer.Record(new RegulationAdopted(null, new RegulationVersion(YearStart, "1", YearStart, RegulationPresets.S1().Rules)));

    public static Task SetPlans(this JournalWriter writer) =>
        writer.Record(new LessonPlanSet(Algebra, ["Дроби", "Уравнения"]), new LessonPlanSet(Algebra8A, ["Корни"]));

    public static Task Record(this JournalWriter writer, params JournalEvent[] facts) =>
        writer.Bulk(
            Guid.CreateVersion7(),
            facts.Select(fact => new DatedFact(new DateTimeOffset(Today, new(6, 0), TimeSpan.Zero), Administrator.Person, fact))
        );
}
