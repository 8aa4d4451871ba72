using Journal.Core.Basics;
using Journal.Core.Courses;
using Journal.Core.Lessons;
using Journal.Core.Register;
using Journal.Core.School;

namespace Journal.Core.Access;

/// <summary>A lesson of a class on one day, by its page: in one slot there may be several, of subgroups.</summary>
public sealed record ClassLesson(JournalPage Page, Lesson Lesson, Bell? Bell);

/// <summary>What a class has on one day and who missed what since the term began.</summary>
/// <param name="Lessons">By the clock.</param>
/// <param name="Absences">The latest first; of the running term, over all subjects.</param>
public sealed record ClassDay(
    ClassCard Class,
    DateOnly Date,
    IReadOnlyList<ClassLesson> Lessons,
    IReadOnlyList<StudentAbsence> Absences,
    bool MayExplain
);

public sealed partial class Readings
{
    /// <summary>The running day of a class; for whoever reads the class.</summary>
    public async Task<ClassDay?> ClassDay(PersonId reader, ClassId asked, CancellationToken ct = default)
    {
        if (Class(reader, asked) is not { } card)
            return null;

        var (roster, today) = (rosters.Current, clock.Today);
        var day = await lessons.Read(roster, card.Courses.Select(course => course.Id), today, ct);
        var term = card.Courses.Select(course => roster.TermOf(course.Id, today)).FirstOrDefault(one => one is not null);
        return new(
            card,
            today,
            [.. day.Select(one => LessonOf(roster, one, today)).OfType<ClassLesson>()],
            await absences.Read(card.Students, roster.Codes, term?.Starts ?? today, ct),
            roster.Leads(reader, asked, today)
        );
    }

    /// <summary>Whose marks ask for attention, over all subjects of the running term; for whoever reads the class.</summary>
    public IReadOnlyList<Attention>? Attention(PersonId reader, ClassId asked)
    {
        if (Class(reader, asked) is not { } card)
            return null;

        var (roster, today) = (rosters.Current, clock.Today);
        var students = card.Students.ToHashSet();
        return
        [
            .. card
                .Courses.Select(course => roster.TermOf(course.Id, today) is { } term ? pages.Read(new PageId(course.Id, term.Id)) : null)
                .OfType<JournalPage>()
                .SelectMany(page => Register.Attention.Of(page, Thresholds.Default))
                .Where(one => students.Contains(one.Student)),
        ];
    }

    /// <summary>The morning of all classes; for whoever reads the whole school.</summary>
    public async Task<SchoolMorning?> Morning(PersonId reader, CancellationToken ct = default)
    {
        var roster = rosters.Current;
        return roster.ReadsWholeSchool(reader, clock.Today) ? await mornings.Read(roster, clock.Today, ct) : null;
    }

    private ClassLesson? LessonOf(Roster roster, DayLesson day, DateOnly today) =>
        roster.TermOf(day.Course, today) is { } term
        && pages.Read(new PageId(day.Course, term.Id)) is { } page
        && page.Lessons.GetValueOrDefault(day.Id) is { } lesson
            ? new ClassLesson(page, lesson, roster.BellOf(day.Course, day.Number, today))
            : null;
}
