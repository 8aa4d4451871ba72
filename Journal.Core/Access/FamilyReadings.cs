using Journal.Core.Basics;
using Journal.Core.Courses;
using Journal.Core.Courses.Storage;
using Journal.Core.Diary;
using Journal.Core.Diary.Storage;
using Journal.Core.Notices.Storage;
using Journal.Core.Persistence;

namespace Journal.Core.Access;

/// <summary>Whose diary somebody looks at, and the others between which to switch. Staff look at it with the family's eyes.</summary>
/// <param name="MayTell">A guardian, who tells of absences.</param>
public sealed record DiaryReader(PersonId Person, StudentId Student, bool IsFamily, bool MayTell, IReadOnlyList<StudentId> Own);

/// <summary>
/// The door to the family's pages. Null answers both "there is none" and "not for you". A reader who is family and staff at once is family here.
/// </summary>
public sealed partial class FamilyReadings(
    RosterSource rosters,
    Diaries diaries,
    SubjectBook subjects,
    SeenBook seen,
    DoneBook done,
    StoryBook stories,
    ReadingBook looks,
    ReadBook reads,
    NoticeBook notices,
    ChangeLog log,
    SchoolClock clock
)
{
    /// <summary>Without a student: the reader's own diary, or the first child's.</summary>
    public DiaryReader? Reader(PersonId person, StudentId? student)
    {
        var (roster, today) = (rosters.Current, clock.Today);
        var self = new StudentId(person.Value);
        IReadOnlyList<StudentId> own =
        [
            .. roster.IsStudent(person) ? [self] : Array.Empty<StudentId>(),
            .. roster
                .ChildrenOf(person, today)
                .OrderByDescending(child => roster.ClassOf(child, today)?.Grade)
                .ThenBy(child => child.Value),
        ];
        var asked = student ?? own.Select(one => (StudentId?)one).FirstOrDefault();
        if (asked is not { } known || !roster.MayReadDiary(person, known, today))
            return null;

        var isFamily = roster.IsFamilyOf(person, known, today);
        return new(person, known, isFamily, roster.IsGuardianOf(person, known, today), isFamily ? own : [known]);
    }

    /// <summary>The week of this day as the family sees it, with what is new to this reader; without a day the running one.</summary>
    public async Task<DiaryWeek?> Week(PersonId person, StudentId student, DateOnly? day, CancellationToken ct = default)
    {
        if (Reader(person, student) is not { } reader)
            return null;

        var week = await diaries.Read(student, day ?? clock.Today, clock.Today, asStaff: false, await Upto(reader, ct), ct);
        if (reader.IsFamily)
            week = await WithUnread(week, person, ct);
        return person == student.Person ? await WithDone(week, ct) : week;
    }

    /// <summary>Ticks a task of this day's week off, or not; false unless it is one of the student who asks.</summary>
    public async Task<bool> Did(
        PersonId person,
        StudentId student,
        LessonId lesson,
        HomeworkId? task,
        DateOnly day,
        bool isDone,
        CancellationToken ct = default
    )
    {
        if (person != student.Person)
            return false;
        if (await Week(person, student, day, ct) is not { } week)
            return false;
        if (!week.Days.SelectMany(one => one.Lessons).Any(one => one.Tasks.Any(own => (own.Lesson, own.Task) == (lesson, task))))
            return false;

        await done.Put(student, lesson, task, isDone, ct);
        return true;
    }

    /// <summary>Null also when the year has no such term.</summary>
    public async Task<SubjectsOfTerm?> Subjects(PersonId person, StudentId student, int? term, CancellationToken ct = default)
    {
        if (Reader(person, student) is not { } reader)
            return null;

        var read = await subjects.Read(student, term, clock.Today, await Upto(reader, ct), ct);
        return term is not null && read.Term is null ? null : read;
    }

    /// <summary>What a mark was before, and who changed it; null also when the family sees no such mark.</summary>
    public async Task<MarkStory?> Story(PersonId person, StudentId student, WorkId work, CancellationToken ct = default) =>
        Reader(person, student) is null ? null : await stories.Read(student, work, ct);

    /// <summary>The marks of a subject that were changed or taken back, on the days of a term.</summary>
    public async Task<IReadOnlyList<MarkStory>?> Changed(
        PersonId person,
        StudentId student,
        CourseId course,
        Term term,
        CancellationToken ct = default
    ) =>
        Reader(person, student) is null
            ? null
            : [.. (await stories.Changed(student, course, ct)).Where(story => term.Starts <= story.Date && story.Date <= term.Ends)];

    /// <summary>Writes down that one of the family was shown a page; false for whoever is not. The school's own looks are nobody's business.</summary>
    public bool Looked(PersonId person, StudentId student)
    {
        if (Reader(person, student) is not { IsFamily: true })
            return false;

        looks.Look(person, student);
        return true;
    }

    /// <summary>Says that this reader has seen all up to a Seq: at once, or when the visit is over. False for whoever is not family.</summary>
    public async Task<bool> Saw(PersonId person, StudentId student, long seq, bool leaving, CancellationToken ct = default)
    {
        if (Reader(person, student) is not { IsFamily: true })
            return false;

        looks.Look(person, student);
        // Nobody can have seen what has not happened yet.
        var upto = Math.Clamp(seq, 0, await log.Head(ct));
        await (leaving ? seen.Leave(person, student, upto, ct) : seen.Confirm(person, student, upto, ct));
        return true;
    }

    private async Task<DiaryWeek> WithDone(DiaryWeek week, CancellationToken ct)
    {
        LessonId[] lessons =
        [
            .. week.Days.SelectMany(day => day.Lessons).Where(lesson => lesson.Tasks.Count > 0).Select(one => one.Lesson),
        ];
        var ticked = await done.Read(week.Student, lessons, ct);
        return week with { Days = [.. week.Days.Select(day => day with { Lessons = [.. day.Lessons.Select(Ticked)] })] };

        DiaryLesson Ticked(DiaryLesson lesson) =>
            lesson.Tasks.Count == 0
                ? lesson
                : lesson with
                {
                    Tasks = [.. lesson.Tasks.Select(task => task with { Done = ticked.Contains((task.Lesson, task.Task)) })],
                };
    }

    private async Task<long?> Upto(DiaryReader reader, CancellationToken ct) =>
        reader.IsFamily ? await seen.Look(reader.Person, reader.Student, ct) : null;
}
