using Journal.Core.Basics;
using Journal.Core.Control;
using Journal.Core.Control.Storage;
using Journal.Core.Courses;
using Journal.Core.Courses.Storage;
using Journal.Core.Diary;
using Journal.Core.Diary.Storage;
using Journal.Core.Homework.Storage;
using Journal.Core.Lessons;
using Journal.Core.Lessons.Storage;
using Journal.Core.Live;
using Journal.Core.Notices.Storage;
using Journal.Core.Persistence;
using Journal.Core.Register;
using Journal.Core.Register.Storage;
using Journal.Core.Remarks.Storage;

namespace Journal.Core.Access;

/// <summary>The door for reading: every question of a person passes here. Null answers both "there is none" and "not for you".</summary>
public sealed partial class Readings(
    RosterSource rosters,
    JournalPages pages,
    Diaries diaries,
    LessonsOfDay lessons,
    LessonPlans plans,
    Timetables timetables,
    TimetableDesk desk,
    EarlierAbsences earlier,
    DebtBook debts,
    Absences absences,
    Mornings mornings,
    UploadBook uploads,
    ReadingBook looks,
    RemarkBook remarks,
    ReadBook reads,
    NoticeBook notices,
    ReportBook reports,
    ChangeLog log,
    Hearing hearing,
    Telling telling,
    SchoolClock clock
)
{
    public const int MostChanges = 500;

    /// <summary>A page of the journal; without a term the running one.</summary>
    public JournalPage? Page(PersonId reader, CourseId course, TermId? term)
    {
        var roster = rosters.Current;
        if (!roster.MayReadCourse(reader, course, clock.Today))
            return null;

        var asked = term ?? roster.TermOf(course, clock.Today)?.Id;
        return asked is { } known ? pages.Read(new PageId(course, known)) : null;
    }

    /// <summary>Whether this person may write into the page's cells today, the cells' own locks aside.</summary>
    public bool MayEdit(PersonId reader, JournalPage page)
    {
        var roster = rosters.Current;
        return roster.Teaches(reader, page.Id.Course, clock.Today)
            || (roster.WorksHere(reader, clock.Today) && page.Lessons.Values.Any(lesson => Gives(roster, reader, page, lesson)));
    }

    /// <summary>The lessons of the page that this person gives or gave instead of its teacher; null for whoever teaches all of them.</summary>
    public IReadOnlySet<LessonId>? GivenOnly(PersonId reader, JournalPage page) =>
        rosters.Current.Teaches(reader, page.Id.Course, clock.Today)
            ? null
            : page.Lessons.Values.Where(lesson => MayGive(reader, page, lesson)).Select(lesson => lesson.Id).ToHashSet();

    /// <summary>Whether this person may write into this lesson, its own locks aside: its teacher, or whoever gives or gave it instead.</summary>
    private bool MayGive(PersonId reader, JournalPage page, Lesson lesson)
    {
        var roster = rosters.Current;
        return roster.Teaches(reader, page.Id.Course, clock.Today)
            || (roster.WorksHere(reader, clock.Today) && Gives(roster, reader, page, lesson));
    }

    private static bool Gives(Roster roster, PersonId reader, JournalPage page, Lesson lesson) =>
        lesson.Teachers.Contains(reader) || roster.Substitutes(reader, page.Id.Course, lesson.Id);

    public async Task<DiaryWeek?> Diary(PersonId reader, StudentId student, DateOnly? week, CancellationToken ct = default)
    {
        var roster = rosters.Current;
        if (!roster.MayReadDiary(reader, student, clock.Today))
            return null;

        var asStaff = roster.MayReadStudent(reader, student, clock.Today);
        return await diaries.Read(student, week ?? clock.Today, clock.Today, asStaff, ct: ct);
    }

    /// <summary>«Заполнить»: what this person owes the journal as the teacher of courses.</summary>
    public Task<DebtList> Debts(PersonId reader, CancellationToken ct = default) => debts.Read(rosters.Current, reader, ct);

    /// <summary>Every value a mark cell has had, oldest first; for whoever reads the page.</summary>
    public async Task<IReadOnlyList<Committed>?> MarkHistory(
        PersonId reader,
        CourseId course,
        WorkId work,
        StudentId student,
        CancellationToken ct = default
    )
    {
        if (!rosters.Current.MayReadCourse(reader, course, clock.Today))
            return null;

        var all = await log.About(student, course, RegisterKinds.MarkSet, ct);
        return [.. all.Where(change => change.Event is MarkSet e && e.Work == work)];
    }

    /// <summary>Every change of a mark in a column, whoever's it is, oldest first.</summary>
    public async Task<IReadOnlyList<Committed>?> WorkHistory(PersonId reader, CourseId course, WorkId work, CancellationToken ct = default)
    {
        if (!rosters.Current.MayReadCourse(reader, course, clock.Today))
            return null;

        var all = await log.About(course, RegisterKinds.MarkSet, ct);
        return [.. all.Where(change => change.Event is MarkSet e && e.Work == work)];
    }

    /// <summary>Every record of a lesson's topic, homework and status, oldest first.</summary>
    public async Task<IReadOnlyList<Committed>?> LessonHistory(
        PersonId reader,
        CourseId course,
        LessonId lesson,
        CancellationToken ct = default
    )
    {
        if (!rosters.Current.MayReadCourse(reader, course, clock.Today))
            return null;

        var all = await log.AboutLessons(course, LessonKinds.Recorded, ct);
        return [.. all.Where(change => change.Event is LessonRecorded e && e.After.Id == lesson)];
    }

    /// <summary>Every value an attendance cell has had, oldest first.</summary>
    public async Task<IReadOnlyList<Committed>?> AttendanceHistory(
        PersonId reader,
        CourseId course,
        LessonId lesson,
        StudentId student,
        CancellationToken ct = default
    )
    {
        if (!rosters.Current.MayReadCourse(reader, course, clock.Today))
            return null;

        var all = await log.About(student, course, RegisterKinds.AttendanceSet, ct);
        return [.. all.Where(change => change.Event is AttendanceSet e && e.Lesson == lesson)];
    }

    /// <summary>What this audience has heard since a Seq, as this person may hear it. With more to come, <c>Next</c> is where to go on.</summary>
    public async Task<ChangesTold?> Changes(PersonId reader, Audience audience, long after, CancellationToken ct = default)
    {
        Said? said = null;
        while (said is null)
        {
            if (rosters.Current.ViewOf(reader, audience, clock.Today) is null)
                return null;

            said = await hearing.Read(audience, hearing.SourcesOf(audience), after, MostChanges + 1, ct);
        }

        var roster = rosters.Current;
        if (roster.ViewOf(reader, audience, clock.Today) is not { } view)
            return null;

        var some = said.Changes.Take(MostChanges).ToArray();
        var told = some.Select(change => telling.Tell(change, audience, view, roster)).OfType<ChangeTold>().ToArray();
        var more = said.Changes.Count > MostChanges;
        // With nothing more to come it is the head of what was read: the number of the last change among it would tell that there was one
        // which is not told. Whoever knows more than we do is put back by it too: the school was restored from a backup.
        return new ChangesTold(told, more ? some[^1].Seq : said.Head, more);
    }
}

/// <summary>Changes in order, the Seq to ask after next, and whether there are more already.</summary>
public sealed record ChangesTold(IReadOnlyList<ChangeTold> Changes, long Next, bool More);
