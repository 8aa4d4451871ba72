using System.Text.Json.Serialization;
using Journal.Core.Persistence;

namespace Journal.Core.Courses.Storage;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true
)]
[JsonSerializable(typeof(SubjectAdded))]
[JsonSerializable(typeof(CourseOpened))]
[JsonSerializable(typeof(LoadGiven))]
[JsonSerializable(typeof(LoadEnded))]
[JsonSerializable(typeof(MarksOffSet))]
[JsonSerializable(typeof(TermLocked))]
[JsonSerializable(typeof(TermUnlocked))]
[JsonSerializable(typeof(PageOutdated))]
internal sealed partial class CoursesJson : JsonSerializerContext;

/// <summary>The events of this folder: their names in the log and the rows that follow from them.</summary>
internal static class CoursesEvents
{
    public static EventBook AddCourses(this EventBook events) =>
        events
            .Add("subject.added", CoursesJson.Default.SubjectAdded, Write)
            .Add("course.opened", CoursesJson.Default.CourseOpened, Write)
            .Add("load.given", CoursesJson.Default.LoadGiven, Write)
            .Add("load.ended", CoursesJson.Default.LoadEnded, Write)
            .Add("marks-off.set", CoursesJson.Default.MarksOffSet, Write)
            .Add("term.locked", CoursesJson.Default.TermLocked, Write)
            .Add("term.unlocked", CoursesJson.Default.TermUnlocked, Write)
            .Add("page.outdated", CoursesJson.Default.PageOutdated, Write);

    private static void Write(SubjectAdded e, Recording to) =>
        to.Rows.Put(
            new SubjectRow
            {
                Id = e.Subject.Id.Value,
                Name = e.Subject.Name,
                NeedsBriefing = e.Subject.NeedsBriefing,
            }
        );

    private static void Write(CourseOpened e, Recording to)
    {
        var course = e.Course;
        to.Rows.Put(
            new CourseRow
            {
                Id = course.Id.Value,
                Year = course.Year.Value,
                Subject = course.Subject.Value,
                Group = course.Group.Value,
                Scale = course.Scale.Value,
                WeeklyHours = course.WeeklyHours,
            }
        );
    }

    private static void Write(LoadGiven e, Recording to) =>
        to.Rows.Put(
            new LoadRow
            {
                Course = e.Course.Value,
                Teacher = e.Teacher.Value,
                From = e.From,
            }
        );

    private static void Write(LoadEnded e, Recording to) =>
        to.Rows.Put(
            new LoadRow
            {
                Course = e.Course.Value,
                Teacher = e.Teacher.Value,
                From = e.From,
                Until = e.Until,
            }
        );

    private static void Write(MarksOffSet e, Recording to)
    {
        var rule = e.Rule;
        to.Rows.Put(
            new MarksOffRow
            {
                Id = rule.Id,
                Course = rule.Course?.Value,
                Class = rule.Class?.Value,
                Student = rule.Student?.Value,
                From = rule.From,
                To = rule.To,
            }
        );
    }

    private static void Write(TermLocked e, Recording to) => to.Rows.Put(new TermLockRow { Term = e.Term.Value, Class = e.Class.Value });

    private static void Write(TermUnlocked e, Recording to) =>
        to.Rows.Remove(new TermLockRow { Term = e.Term.Value, Class = e.Class.Value });

    // Told to whoever watches the page: the rows are those of the fact beside it.
    private static void Write(PageOutdated e, Recording to) { }
}
