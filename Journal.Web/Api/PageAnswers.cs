using Journal.Core.Basics;
using Journal.Core.Courses;
using Journal.Core.Lessons;
using Journal.Core.Register;
using Journal.Web.Register;

namespace Journal.Web.Api;

/// <summary>A journal page as the API tells it, in the order of the paper one: students by name, lessons by date and number.</summary>
internal static class PageAnswers
{
    public static PageAnswer Of(JournalPage page, Roster roster, bool mayEdit)
    {
        var course = roster.Courses[page.Id.Course];
        return new PageAnswer(
            page.Seq,
            course.Id.Value,
            roster.Subjects[course.Subject].Name,
            roster.Groups[course.Group].Name,
            Term(roster.Terms[page.Id.Term]),
            [.. roster.TermsOf(course.Id).Select(Term)],
            mayEdit,
            [.. page.Rules.Scale.Values.Where(value => value is { InUse: true, TermOnly: false }).Select(value => value.Text)],
            [.. page.Rules.Codes.Select(code => code.Letter)],
            [
                .. roster
                    .WorkTypes.Values.OrderBy(type => type.Id.Value)
                    .Select(type => new WorkTypeAnswer(type.Id.Value, type.Name, type.Sign, type.Weight)),
            ],
            Students(page, roster),
            [.. page.Shape.Lessons.Select(lesson => Lesson(page, lesson))],
            [.. page.Works.Values.OrderBy(one => one.Work.Lesson.Value).ThenBy(one => one.Work.Ordinal).Select(Work)],
            [.. page.Marks.Select(cell => Mark(page, cell.Key.Work, cell.Key.Student, cell.Value))],
            Attendance(page),
            [.. page.Carried.Select(mark => Carried(page, mark))]
        );
    }

    private static List<PageStudentAnswer> Students(JournalPage page, Roster roster) =>
        [
            .. PageOrder
                .Students(page, roster)
                .Select(one => new PageStudentAnswer(
                    one.Student.Id.Value,
                    one.Name,
                    one.Student.Class.Value,
                    [.. one.Student.Stays.Select(stay => new DaysAnswer(stay.Days.From, stay.Days.To))]
                )),
        ];

    private static LessonAnswer Lesson(JournalPage page, Lesson lesson) =>
        new(
            lesson.Id.Value,
            lesson.Date,
            lesson.Number,
            MeApi.Lower(lesson.Status.ToString()),
            [.. lesson.Teachers.Select(teacher => teacher.Value)],
            lesson.Topic,
            lesson.Homework,
            page.Rolls.ContainsKey(lesson.Id),
            page.RecordOf(lesson.Id).Version
        );

    private static WorkAnswer Work(PageWork one)
    {
        var work = one.Work;
        return new(
            work.Id.Value,
            work.Lesson.Value,
            work.Type.Value,
            work.Weight,
            work.Title,
            work.Ordinal,
            work.IsDefault,
            work.DueBy,
            work.Shown,
            one.Version
        );
    }

    private static MarkAnswer Mark(JournalPage page, WorkId work, StudentId student, MarkCell cell)
    {
        var value = cell.Value;
        var readers =
            value.Comment is null ? null
            : value.CommentForFamily ? "family"
            : "staff";
        return new(student.Value, work.Value, TypedMark.Text(value, page.Rules.Scale), cell.Version, value.DueBy, value.Comment, readers);
    }

    private static List<AttendanceAnswer> Attendance(JournalPage page) =>
        [
            .. page.Attendance.Select(cell =>
            {
                var reason = page.Reasons.GetValueOrDefault(cell.Key)?.Value;
                return new AttendanceAnswer(
                    cell.Key.Student.Value,
                    cell.Key.Lesson.Value,
                    TypedAttendance.Text(cell.Value.Value, page.Rules.Codes),
                    cell.Value.Version,
                    reason is null ? null : TypedAttendance.Text(new AttendanceValue(reason.Code, null), page.Rules.Codes),
                    reason?.Document
                );
            }),
        ];

    private static CarriedAnswer Carried(JournalPage page, CarriedMark mark) =>
        new(mark.Student.Value, mark.From.Value, mark.Date, mark.Type.Value, mark.Weight, TypedMark.Text(mark.Value, page.Rules.Scale));

    private static TermAnswer Term(Term term) => new(term.Id.Value, term.Number, term.Name, term.Starts, term.Ends);
}
