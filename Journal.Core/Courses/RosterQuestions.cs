using Journal.Core.Basics;
using Journal.Core.Classes;
using Journal.Core.People;
using Journal.Core.School;

namespace Journal.Core.Courses;

/// <summary>What the rules ask the roster.</summary>
public sealed partial record Roster
{
    public bool Has(PersonId person, Role role, DateOnly on) => Roles[person].Any(held => held.Role == role && held.Days.Contains(on));

    public IEnumerable<Role> RolesOf(PersonId person, DateOnly on) =>
        Roles[person].Where(held => held.Days.Contains(on)).Select(held => held.Role).Distinct().Order();

    /// <summary>Staff of any kind on this day.</summary>
    public bool WorksHere(PersonId person, DateOnly on) =>
        Roles[person].Any(held => held.Role is not (Role.Student or Role.Guardian) && held.Days.Contains(on))
        || LoadsOfTeacher[person].Any(load => load.Days.Contains(on));

    public bool Teaches(PersonId person, CourseId course, DateOnly on) =>
        LoadsOfTeacher[person].Any(load => load.To == course && load.Days.Contains(on));

    /// <summary>Whether this person gives this lesson of the course instead of its teacher.</summary>
    public bool Substitutes(PersonId person, CourseId course, LessonId lesson) =>
        Substitutions.GetValueOrDefault(lesson) is { What: var what } && what.Teacher == person && what.Course == course;

    /// <summary>
    /// Whether this person gives, or has given, a lesson of the course instead of its teacher and may still write it down: for so long the page is open
    /// to a substitute (hard day 6).
    /// </summary>
    public bool SubstitutesIn(PersonId person, CourseId course, DateOnly on) =>
        SubstitutionsOf[person].Any(one => one.Course == course && IsStillOpen(one.Date, on));

    private bool IsStillOpen(DateOnly lesson, DateOnly on) =>
        Settings.Windows.IsOpen(EditKind.Topic, lesson, on) || Settings.Windows.IsOpen(EditKind.Mark, lesson, on);

    public IEnumerable<Course> CoursesTaughtBy(PersonId person, DateOnly on) =>
        LoadsOfTeacher[person].Where(load => load.Days.Contains(on)).Select(load => Courses[load.To]).Distinct();

    /// <summary>The own ones, and those in which this person stands in.</summary>
    public IEnumerable<Course> CoursesGivenBy(PersonId person, DateOnly on) =>
        CoursesTaughtBy(person, on)
            .Concat(SubstitutionsOf[person].Where(one => SubstitutesIn(person, one.Course, on)).Select(one => Courses[one.Course]))
            .Distinct();

    /// <summary>Whether this person is class teacher of the class.</summary>
    public bool Leads(PersonId person, ClassId schoolClass, DateOnly on) =>
        ClassesOfTeacher[person].Any(tie => tie.To == schoolClass && tie.Days.Contains(on));

    public IEnumerable<SchoolClass> ClassesLedBy(PersonId person, DateOnly on) =>
        ClassesOfTeacher[person].Where(tie => tie.Days.Contains(on)).Select(tie => Classes[tie.To]).Distinct();

    public IEnumerable<PersonId> ClassTeachersOf(ClassId schoolClass, DateOnly on) =>
        ClassesOfTeacher
            .Where(teacher => teacher.Any(tie => tie.To == schoolClass && tie.Days.Contains(on)))
            .Select(teacher => teacher.Key);

    public IEnumerable<StudentId> StudentsOf(ClassId schoolClass, DateOnly on) =>
        ClassesOfStudent
            .Where(student => student.Any(tie => tie.To == schoolClass && tie.Days.Contains(on)))
            .Select(student => student.Key);

    /// <summary>Courses that students of the class may be in: its own, its subgroups' and those it shares with other classes.</summary>
    public IEnumerable<Course> CoursesOf(ClassId schoolClass) =>
        Groups.Values.Where(group => group.Classes.Contains(schoolClass)).SelectMany(group => CoursesOfGroup[group.Id]);

    public bool IsGuardianOf(PersonId person, StudentId student, DateOnly on) =>
        ChildrenOfGuardian[person].Any(tie => tie.To == student && tie.Days.Contains(on));

    public IEnumerable<StudentId> ChildrenOf(PersonId guardian, DateOnly on) =>
        ChildrenOfGuardian[guardian].Where(tie => tie.Days.Contains(on)).Select(tie => tie.To).Distinct();

    public SchoolClass? ClassOf(StudentId student, DateOnly on) =>
        ClassesOfStudent[student].LastOrDefault(tie => tie.Days.Contains(on)) is { } tie ? Classes[tie.To] : null;

    /// <summary>Every course the student has learnt or will, on whatever days.</summary>
    public IEnumerable<CourseId> CoursesOf(StudentId student) =>
        GroupsOfStudent[student].SelectMany(member => CoursesOfGroup[member.Group]).Select(course => course.Id).Distinct();

    public bool Learns(StudentId student, CourseId course, DateOnly on) =>
        Courses.TryGetValue(course, out var known)
        && GroupsOfStudent[student].Any(member => member.Group == known.Group && member.Days.Contains(on));

    public IEnumerable<StudentId> StudentsOf(CourseId course, DateOnly on) =>
        MembersOfGroup[Courses[course].Group].Where(one => one.Days.Contains(on)).Select(one => one.Student);

    public IEnumerable<PersonId> TeachersOf(CourseId course, DateOnly on) =>
        TeachersOfCourse[course].Where(tie => tie.Days.Contains(on)).Select(tie => tie.To).Distinct();

    /// <summary>The order that holds for the class on this day.</summary>
    public DayOrderNow? OrderOf(ClassId schoolClass, DateOnly on) =>
        DayOrders[on].FirstOrDefault(one => one.What.Classes.Contains(schoolClass));

    public bool IsStudent(PersonId person) => ClassesOfStudent.Contains(new StudentId(person.Value));

    /// <summary>The classes whose students the course may have.</summary>
    public IEnumerable<ClassId> ClassesOf(CourseId course) => Groups[Courses[course].Group].Classes;

    /// <summary>The bells of a course are those of its group's first class; null when the school has not entered them.</summary>
    public Bell? BellOf(CourseId course, int number, DateOnly on) => BellOf(Classes[ClassesOf(course).First()], number, on);

    /// <summary>By the class's own bells, or those that an order has put in their place for the day.</summary>
    public Bell? BellOf(SchoolClass schoolClass, int number, DateOnly on)
    {
        if (!Bells.TryGetValue(BellsOf(schoolClass, on), out var bells))
            return null;

        return bells.Where(bell => bell.Number == number).Select(bell => (Bell?)bell).FirstOrDefault();
    }

    /// <summary>Whether two lessons of a day ring at the same time; where there are no bells, whether they have the same number.</summary>
    public bool AreTogether(CourseId course, int number, CourseId other, int otherNumber, DateOnly on) =>
        BellOf(course, number, on) is { } first && BellOf(other, otherNumber, on) is { } second
            ? first.Starts < second.Ends && second.Starts < first.Ends
            : number == otherNumber;

    public BellScheduleId BellsOf(SchoolClass schoolClass, DateOnly on) =>
        OrderOf(schoolClass.Id, on)?.What.Pattern?.Bells ?? schoolClass.Bells;

    /// <summary>The year of the course's first class, whose terms the course has.</summary>
    /// <param name="studyDays">In a week.</param>
    public SchoolCalendar CalendarOf(CourseId course, int studyDays)
    {
        var terms = TermsOf(course).Select(term => new TermSpan(term.Id, term.Number, term.Name, term.Starts, term.Ends));
        return new SchoolCalendar(terms, Holidays[Classes[ClassesOf(course).First()].HolidaySet], studyDays);
    }

    /// <summary>The year that runs on this day, or ran last; before the first one the first.</summary>
    public YearId? YearOf(DateOnly on) =>
        (Years.Values.Where(year => year.Starts <= on).MaxBy(year => year.Starts) ?? Years.Values.MinBy(year => year.Starts))?.Id;

    public IEnumerable<SchoolClass> ClassesOf(YearId? year) => Classes.Values.Where(one => one.Year == year);

    /// <summary>Terms of a course: those of its group's first class.</summary>
    public IEnumerable<Term> TermsOf(CourseId course)
    {
        var termSet = Classes[Groups[Courses[course].Group].Classes[0]].TermSet;
        return Terms.Values.Where(term => term.TermSet == termSet).OrderBy(term => term.Number);
    }

    /// <summary>The term that runs on this day; in the holidays the one before; before the year the first.</summary>
    public Term? TermOf(CourseId course, DateOnly on) =>
        TermsOf(course).LastOrDefault(term => term.Starts <= on) ?? TermsOf(course).FirstOrDefault();

    /// <summary>Groups the student has left during the term and come here from, now or before: their marks of this subject are carried.</summary>
    public IEnumerable<GroupId> FormerGroups(StudentId student, CourseId course, Term term)
    {
        var here = Courses[course].Group;
        var arrival = MembersOfGroup[here].Where(member => member.Student == student).Max(member => (DateOnly?)member.Days.From);
        return GroupsOfStudent[student]
            .Where(member => member.Group != here && member.Days.To >= term.Starts && member.Days.To < arrival)
            .Select(member => member.Group)
            .Distinct();
    }

    /// <summary>Courses that carry this student's marks of this course: what changes here makes them out of date.</summary>
    public IEnumerable<CourseId> CarriersOf(StudentId student, CourseId course)
    {
        var former = Courses[course];
        return from left in GroupsOfStudent[student]
            where left.Group == former.Group && left.Days.To is not null
            from member in GroupsOfStudent[student]
            where member.Group != former.Group && member.Days.From > left.Days.To
            from later in CoursesOfGroup[member.Group]
            where later.Subject == former.Subject && later.Year == former.Year
            select later.Id;
    }

    public string NameOf(PersonId person) => People.GetValueOrDefault(person)?.ListName ?? "—";
}
