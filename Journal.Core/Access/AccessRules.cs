using Journal.Core.Basics;
using Journal.Core.Courses;
using Journal.Core.Live;
using Journal.Core.Notices;
using Journal.Core.People;

namespace Journal.Core.Access;

/// <summary>Who may see what on a day (R1–R6). Pure: everything comes from the roster.</summary>
public static class AccessRules
{
    /// <summary>Reads every page of the school: director, deputy and the journal's administrator.</summary>
    public static bool ReadsWholeSchool(this Roster roster, PersonId person, DateOnly today) =>
        roster.Has(person, Role.Director, today) || roster.Has(person, Role.Deputy, today) || roster.Has(person, Role.Administrator, today);

    /// <summary>Looks at how the server does: numbers of the machine, no marks.</summary>
    public static bool RunsTheServer(this Roster roster, PersonId person, DateOnly today) =>
        roster.Has(person, Role.Administrator, today) || roster.Has(person, Role.Technician, today);

    /// <summary>
    /// The course's teachers and substitutes, class teachers of its classes (R5), and whoever reads the whole school. Never families (R4).
    /// </summary>
    public static bool MayReadCourse(this Roster roster, PersonId person, CourseId course, DateOnly today) =>
        roster.Courses.ContainsKey(course)
        && (
            roster.Teaches(person, course, today)
            || (roster.SubstitutesIn(person, course, today) && roster.WorksHere(person, today))
            || roster.ReadsWholeSchool(person, today)
            || roster.ClassesOf(course).Any(one => roster.Leads(person, one, today))
        );

    /// <summary>The course's teachers, and the deputy and the administrator for them (R21).</summary>
    public static bool MayWritePlan(this Roster roster, PersonId person, CourseId course, DateOnly today) =>
        roster.Courses.ContainsKey(course)
        && (
            roster.Teaches(person, course, today) || roster.Has(person, Role.Deputy, today) || roster.Has(person, Role.Administrator, today)
        );

    /// <summary>The director and the deputy check it (R21); whose course it is makes no difference to them.</summary>
    public static bool MayApprovePlans(this Roster roster, PersonId person, DateOnly today) =>
        roster.Has(person, Role.Director, today) || roster.Has(person, Role.Deputy, today);

    /// <summary>A teacher may have given a lesson of a foreign course as a substitute (R23): the door looks at the lesson itself.</summary>
    public static bool MayHaveGivenLessons(this Roster roster, PersonId person, DateOnly today) => roster.Has(person, Role.Teacher, today);

    /// <summary>«Я веду этот урок»: whoever gives lessons here.</summary>
    public static bool MayTakeLessons(this Roster roster, PersonId person, DateOnly today) =>
        roster.Has(person, Role.Teacher, today) || roster.CoursesTaughtBy(person, today).Any();

    /// <summary>Arranges substitutes and gives the orders for a day: director, deputy and the journal's administrator.</summary>
    public static bool MayArrange(this Roster roster, PersonId person, DateOnly today) => roster.ReadsWholeSchool(person, today);

    public static bool MayReadClass(this Roster roster, PersonId person, ClassId schoolClass, DateOnly today) =>
        roster.Classes.ContainsKey(schoolClass) && (roster.Leads(person, schoolClass, today) || roster.ReadsWholeSchool(person, today));

    /// <summary>The student and the guardians see the diary as families do (R2).</summary>
    public static bool IsFamilyOf(this Roster roster, PersonId person, StudentId student, DateOnly today) =>
        roster.IsStudent(student.Person) && (person == student.Person || roster.IsGuardianOf(person, student, today));

    /// <summary>The student's class teacher and whoever reads the whole school.</summary>
    public static bool MayReadStudent(this Roster roster, PersonId person, StudentId student, DateOnly today) =>
        roster.IsStudent(student.Person) && (roster.ReadsWholeSchool(person, today) || roster.LeadsStudent(person, student, today));

    /// <summary>The student's class teacher, whoever else reads the class.</summary>
    public static bool LeadsStudent(this Roster roster, PersonId person, StudentId student, DateOnly today) =>
        roster.ClassOf(student, today) is { } schoolClass && roster.Leads(person, schoolClass.Id, today);

    /// <summary>A certificate is for the guardian who brought it, the class teacher and the deputy.</summary>
    public static bool MayHaveFile(this Roster roster, PersonId person, NoticeCard notice, DateOnly today) =>
        (person == notice.Told.By && roster.IsGuardianOf(person, notice.Notice.Student, today))
        || roster.LeadsStudent(person, notice.Notice.Student, today)
        || roster.Has(person, Role.Deputy, today);

    public static bool MayReadDiary(this Roster roster, PersonId person, StudentId student, DateOnly today) =>
        roster.IsFamilyOf(person, student, today) || roster.MayReadStudent(person, student, today);

    /// <summary>Null when this person may not hear this audience at all.</summary>
    public static View? ViewOf(this Roster roster, PersonId person, Audience audience, DateOnly today) =>
        audience.Kind switch
        {
            AudienceKind.School => View.Notice,
            AudienceKind.Course => roster.MayReadCourse(person, new CourseId(audience.Id), today) ? View.Staff : null,
            AudienceKind.Class => roster.MayReadClass(person, new ClassId(audience.Id), today) ? View.Staff : null,
            AudienceKind.Student when roster.MayReadStudent(person, new StudentId(audience.Id), today) => View.Staff,
            AudienceKind.Student when roster.IsFamilyOf(person, new StudentId(audience.Id), today) => View.Family,
            AudienceKind.Person => audience.Id == person.Value ? View.Notice : null,
            // Never by itself: through a student, and then told lesson by lesson.
            _ => null,
        };
}

/// <summary>How much of a change somebody hears.</summary>
public enum View
{
    /// <summary>That something changed, and of which kind.</summary>
    Notice = 1,

    /// <summary>What a family sees in the diary: no hidden column, no staff comment, no former value.</summary>
    Family,

    /// <summary>Everything.</summary>
    Staff,
}
