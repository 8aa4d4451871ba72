using Journal.Core.Basics;
using Journal.Core.Classes;
using Journal.Core.Courses;
using Journal.Core.Lessons;
using Journal.Core.People;
using Journal.Core.School;
using Journal.Core.Timetable;

namespace Journal.Core.Demo;

/// <summary>What the office records before the first of September: the year, people, classes, courses, timetable and its lessons.</summary>
internal static class DemoFounding
{
    public static IEnumerable<JournalEvent> Frame(DemoSchool school)
    {
        var year = school.Year;
        yield return new SettingsChanged(null, SchoolSettings.Default with { Name = DemoSchool.Name });
        yield return new YearOpened(year.Id, year.Name, year.Starts, year.Ends);
        yield return new TermSetAdded(DemoYear.Quarters, year.Id, "Четверти");
        yield return new TermSetAdded(DemoYear.HalfYears, year.Id, "Полугодия");
        foreach (var (set, term) in year.Terms)
            yield return new TermAdded(term.Id, set, term.Number, term.Name, term.Starts, term.Ends);

        yield return new HolidaySetAdded(DemoYear.OtherGrades, year.Id, "2–11 классы");
        yield return new HolidaySetAdded(DemoYear.FirstGrade, year.Id, "1 классы");
        foreach (var day in year.Holidays)
            yield return new HolidayAdded(DemoYear.OtherGrades, day.Name, day.Starts, day.Ends);
        foreach (var day in year.FirstGradeHolidays)
            yield return new HolidayAdded(DemoYear.FirstGrade, day.Name, day.Starts, day.Ends);

        yield return new BellScheduleAdded(DemoBells.Id, "Обычный день");
        for (var number = 1; number <= DemoBells.Lessons; number++)
            yield return new BellAdded(DemoBells.Id, number, DemoBells.Start(number), DemoBells.End(number));
        yield return new BellScheduleAdded(DemoBells.ShortDay, "Короткий день");
        for (var number = 1; number <= DemoBells.Lessons; number++)
            yield return new BellAdded(
                DemoBells.ShortDay,
                number,
                DemoBells.ShortStart(number),
                DemoBells.ShortStart(number).AddMinutes(30)
            );

        foreach (var scale in StandardScales.All)
            yield return new ScaleAdded(scale);
        foreach (var code in AttendancePresets.Default)
            yield return new AttendanceCodeAdded(code);
        foreach (var type in DemoWorkTypes.All)
            yield return new WorkTypeAdded(type);
        foreach (var subject in school.Subjects)
            yield return new SubjectAdded(new(subject.Id, subject.Name, subject.NeedsBriefing));

        yield return new RegulationAdopted(null, Regulation(school.Year));
    }

    /// <summary>Control works in three days, other written ones in a week, everything else on the day of the lesson.</summary>
    public static RegulationVersion Regulation(DemoYear year) =>
        new(year.Starts, "№ 148-О", new(year.Starts.Year, 8, 24), RegulationPresets.S1(DemoWorkTypes.Control.Id).Rules);

    public static IEnumerable<JournalEvent> People(DemoSchool school)
    {
        var from = school.Year.Starts;
        foreach (var staff in school.Staff)
        {
            yield return new PersonAdded(staff.Id) { Card = staff.Card };
            yield return new RoleGranted(staff.Id, staff.Role, from);
        }

        foreach (var student in school.Students)
        {
            yield return new PersonAdded(student.Id.Person) { Card = student.Card };
            yield return new RoleGranted(student.Id.Person, Role.Student, from);
        }

        foreach (var guardian in school.Guardians)
        {
            yield return new PersonAdded(guardian.Id) { Card = guardian.Card };
            yield return new RoleGranted(guardian.Id, Role.Guardian, from);
        }

        foreach (var tie in school.Guardianships)
            yield return new GuardianLinked(tie.Guardian, tie.Student, from);
    }

    public static IEnumerable<JournalEvent> Classes(DemoSchool school)
    {
        var year = school.Year;
        foreach (var c in school.Classes)
        {
            var (terms, holidays) = (DemoYear.TermSet(c.Grade), DemoYear.HolidaySet(c.Grade));
            yield return new ClassOpened(new(c.Id, year.Id, c.Grade, c.Letter, terms, holidays, DemoBells.Id));
            yield return new ClassTeacherAppointed(c.Id, c.ClassTeacher, year.Starts, null);
        }

        foreach (var student in school.Students)
            yield return new ClassJoined(student.Id, student.Class, year.Starts, null);

        // Who changes class in October is not known in September.
        foreach (var group in school.Groups)
        {
            yield return new GroupFormed(group.Group);
            foreach (var member in group.Members.Where(m => m.Days.From == year.Starts))
                yield return new GroupJoined(member.Student, group.Id, member.Class, member.Days.From, null);
        }
    }

    public static IEnumerable<JournalEvent> Courses(DemoSchool school, DemoDays days)
    {
        foreach (var course in school.Courses)
        {
            var scale = course.PassFail ? StandardScales.PassFail.Id : StandardScales.FivePoint.Id;
            yield return new CourseOpened(new(course.Id, school.Year.Id, course.Subject.Id, course.Group, scale, course.HalfHours * 50));
            foreach (var teacher in course.Teachers)
                yield return new LoadGiven(course.Id, teacher, school.Year.Starts);
            yield return new LessonPlanSet(course.Id, days.PlanOf(course));
        }

        foreach (var rule in MarksOff(school))
            yield return new MarksOffSet(rule);
        foreach (var card in school.Timetable)
            yield return new CardPlaced(card);
    }

    /// <summary>First grades by class, conversations and the like by course (R19).</summary>
    public static IEnumerable<MarksOff> MarksOff(DemoSchool school)
    {
        var id = 0;
        foreach (var first in school.Classes.Where(c => c.Grade == 1))
            yield return new(++id, null, first.Id, null, school.Year.Starts, null);
        foreach (var course in school.Courses.Where(c => !c.Subject.Marked))
            yield return new(++id, course.Id, null, null, school.Year.Starts, null);
    }

    public static LessonScheduled Schedule(DemoSchool school, DemoLesson lesson)
    {
        var marked = school.Courses[lesson.Course.Value - 1].Marked;

        return new(lesson.Course, lesson.Term, lesson.Id, lesson.Date, lesson.Number, marked ? DefaultWork(lesson) : null);
    }

    public static Work DefaultWork(DemoLesson lesson) =>
        new(
            lesson.DefaultWork,
            lesson.Id,
            DemoWorkTypes.Answer.Id,
            DemoWorkTypes.Answer.Weight,
            null,
            0,
            IsDefault: true,
            null,
            Shown: true
        );
}
