using System.Collections.Frozen;
using System.Collections.Immutable;
using Journal.Core.Basics;
using Journal.Core.Classes;
using Journal.Core.Classes.Storage;
using Journal.Core.People;
using Journal.Core.People.Storage;
using Journal.Core.Persistence;
using Journal.Core.School;
using Journal.Core.School.Storage;
using Microsoft.EntityFrameworkCore;

namespace Journal.Core.Courses.Storage;

/// <summary>Reads the whole structure of the school: some thousand small rows.</summary>
internal static class RosterLoader
{
    /// <summary>The folders whose every event changes the structure.</summary>
    public static readonly FrozenSet<string> Folders = new[]
    {
        typeof(YearOpened).Namespace!,
        typeof(PersonAdded).Namespace!,
        typeof(ClassOpened).Namespace!,
        typeof(CourseOpened).Namespace!,
    }.ToFrozenSet(StringComparer.Ordinal);

    public static Roster Load(JournalDb db)
    {
        var groupClasses = Rows<GroupClassRow>(db).ToLookup(row => row.Group, row => new ClassId(row.Class));
        var members = Rows<GroupMemberRow>(db)
            .Select(row => new GroupMember(new(row.Student), new(row.Group), new(row.Class), new DaySpan(row.From, row.To)))
            .ToArray();
        var courses = Rows<CourseRow>(db)
            .Select(row => new Course(new(row.Id), new(row.Year), new(row.Subject), new(row.Group), new(row.Scale), row.WeeklyHours))
            .ToArray();
        var loads = Rows<LoadRow>(db);
        var settings = db.Set<SettingsRow>().AsNoTracking().SingleOrDefault();
        var substitutions = Rows<SubstitutionRow>(db).ConvertAll(row => row.Read());
        var (regulation, adopted) = RegulationLoader.Load(db);
        return new Roster
        {
            Seq = db.Changes.Max(change => (long?)change.Seq) ?? 0,
            Settings = Settings(settings),
            SettingsStamp = Stamp(db, settings),
            Regulation = regulation,
            RegulationStamp = adopted,
            Scales = Scales(db),
            Codes = Codes(db),
            WorkTypes = Rows<WorkTypeRow>(db)
                .Select(row => new WorkType(new(row.Id), row.Name, row.Sign, row.Weight))
                .ToFrozenDictionary(type => type.Id),
            Years = Rows<YearRow>(db)
                .Select(row => new SchoolYear(new(row.Id), row.Name, row.Starts, row.Ends))
                .ToFrozenDictionary(year => year.Id),
            Terms = Rows<TermRow>(db)
                .Select(row => new Term(new(row.Id), new(row.TermSet), row.Number, row.Name, row.Starts, row.Ends))
                .ToFrozenDictionary(term => term.Id),
            Bells = Bells(db),
            BellSchedules = Rows<BellScheduleRow>(db).ToFrozenDictionary(row => new BellScheduleId(row.Id), row => row.Name),
            Holidays = Rows<HolidayRow>(db)
                .ToLookup(row => new HolidaySetId(row.HolidaySet), row => new Holiday(row.Name, row.Starts, row.Ends)),
            Classes = Rows<ClassRow>(db).Select(Class).ToFrozenDictionary(one => one.Id),
            Groups = Rows<GroupRow>(db)
                .Select(row => new StudyGroup(new(row.Id), new(row.Year), (GroupKind)row.Kind, row.Name, [.. groupClasses[row.Id]]))
                .ToFrozenDictionary(group => group.Id),
            Subjects = Rows<SubjectRow>(db)
                .Select(row => new Subject(new(row.Id), row.Name, row.NeedsBriefing))
                .ToFrozenDictionary(one => one.Id),
            Courses = courses.ToFrozenDictionary(course => course.Id),
            People = People(db),
            Roles = Ties<PersonId, RoleHeld>.Of(
                Rows<RoleRow>(db),
                row => new(row.Person),
                row => new((Role)row.Role, DaySpan.Until(row.From, row.Until))
            ),
            ChildrenOfGuardian = Ties<PersonId, Tie<StudentId>>.Of(
                Rows<GuardianRow>(db),
                row => new(row.Guardian),
                row => Tie(new StudentId(row.Student), row.From, row.Until)
            ),
            ClassesOfTeacher = Rows<ClassTeacherRow>(db)
                .ToLookup(row => new PersonId(row.Teacher), row => Tie(new ClassId(row.Class), row.From, row.Until)),
            LoadsOfTeacher = Ties<PersonId, Tie<CourseId>>.Of(
                loads,
                row => new(row.Teacher),
                row => Tie(new CourseId(row.Course), row.From, row.Until)
            ),
            TeachersOfCourse = Ties<CourseId, Tie<PersonId>>.Of(
                loads,
                row => new(row.Course),
                row => Tie(new PersonId(row.Teacher), row.From, row.Until)
            ),
            ClassesOfStudent = Rows<ClassMemberRow>(db)
                .OrderBy(row => row.From)
                .ToLookup(row => new StudentId(row.Student), row => new Tie<ClassId>(new(row.Class), new DaySpan(row.From, row.To))),
            GroupsOfStudent = Ties<StudentId, GroupMember>.Of(members, member => member.Student, member => member),
            MembersOfGroup = Ties<GroupId, GroupMember>.Of(members, member => member.Group, member => member),
            CoursesOfGroup = courses.ToLookup(course => course.Group),
            MarksOff = [.. Rows<MarksOffRow>(db).Select(Off)],
            LockedTerms = Ties<TermId, ClassId>.Of(Rows<TermLockRow>(db), row => new(row.Term), row => new(row.Class)),
            Substitutions = substitutions.ToImmutableDictionary(one => one.What.Lesson),
            SubstitutionsOf = Ties<PersonId, Substitution>.Of(
                substitutions.OrderBy(one => one.Version),
                one => one.What.Teacher,
                one => one.What
            ),
            AbsencesOf = Ties<PersonId, TeacherAbsenceNow>.Of(
                Rows<TeacherAbsenceRow>(db).Where(row => !row.Revoked).OrderBy(row => row.Id),
                row => new(row.Teacher),
                row => row.Read()
            ),
            DayOrders = DayOrders(db),
            TimetableChanges = [.. TimetableChanges(db)],
            Buildings = Rows<RoomRow>(db).Where(row => row.Building is not null).ToImmutableDictionary(row => row.Name, row => row.Building!, StringComparer.Ordinal),
        };
    }

    private static IEnumerable<TimetableChangeNow> TimetableChanges(JournalDb db)
    {
        var classes = Rows<TimetableChangeClassRow>(db).ToLookup(row => row.Change, row => new ClassId(row.Class));
        return Rows<TimetableChangeRow>(db)
            .OrderBy(row => row.Seq)
            .Select(row => new TimetableChangeNow(
                new(row.From, row.To, row.Note, [.. classes[row.Seq].OrderBy(one => one.Value)]),
                row.Seq,
                new(row.By),
                new(row.At, TimeSpan.Zero)
            ));
    }

    private static Ties<DateOnly, DayOrderNow> DayOrders(JournalDb db)
    {
        var classes = Rows<DayOrderClassRow>(db).ToLookup(row => row.Order, row => new ClassId(row.Class));
        return Ties<DateOnly, DayOrderNow>.Of(
            Rows<DayOrderRow>(db).Where(row => !row.Revoked).OrderBy(row => row.Id),
            row => row.Date,
            row => row.Read([.. classes[row.Id].OrderBy(one => one.Value)])
        );
    }

    private static List<T> Rows<T>(JournalDb db)
        where T : class => db.Set<T>().AsNoTracking().ToList();

    private static SchoolSettings Settings(SettingsRow? row) =>
        row is null
            ? SchoolSettings.Default
            : new SchoolSettings(row.Name, new EditWindows(row.MarkDays, row.TopicDays, row.MakeUpDays), row.AbsencesWaitForRoll);

    // Who changed them, and when, stands in the log.
    private static SettingsStamp Stamp(JournalDb db, SettingsRow? row)
    {
        if (row is null)
            return SettingsStamp.Never;

        var change = db.Changes.AsNoTracking().SingleOrDefault(one => one.Seq == row.Version);
        return new(row.Version, new(change?.Actor ?? 0), new DateTimeOffset(change?.At ?? 0, TimeSpan.Zero));
    }

    private static FrozenDictionary<ScaleId, MarkScale> Scales(JournalDb db)
    {
        var values = Rows<ScaleValueRow>(db)
            .ToLookup(
                row => row.Scale,
                row => new ScaleValue(row.Code, row.Text, row.Hundredths, (MarkLevel)row.Level, row.InUse, row.TermOnly)
            );
        return Rows<ScaleRow>(db)
            .Select(row => new MarkScale(new(row.Id), row.Name, [.. values[row.Id]]))
            .ToFrozenDictionary(scale => scale.Id);
    }

    private static ImmutableArray<AttendanceCode> Codes(JournalDb db) =>
        [
            .. Rows<AttendanceCodeRow>(db)
                .Select(row => new AttendanceCode(
                    new(row.Id),
                    row.Letter,
                    row.Title,
                    (AbsenceKind)row.Kind,
                    row.CountsAsMissed,
                    row.PrintAs
                )),
        ];

    private static FrozenDictionary<BellScheduleId, ImmutableArray<Bell>> Bells(JournalDb db) =>
        Rows<BellRow>(db)
            .OrderBy(row => row.Number)
            .GroupBy(row => new BellScheduleId(row.Schedule), row => new Bell(row.Number, row.Starts, row.Ends))
            .ToFrozenDictionary(schedule => schedule.Key, schedule => schedule.ToImmutableArray());

    private static ImmutableDictionary<PersonId, PersonCard?> People(JournalDb db)
    {
        var cards = Rows<PersonCardRow>(db).ToDictionary(row => row.Person);
        return Rows<PersonRow>(db).ToImmutableDictionary(row => new PersonId(row.Id), row => Card(cards.GetValueOrDefault(row.Id)));
    }

    private static PersonCard? Card(PersonCardRow? row) =>
        row is null ? null : new PersonCard(row.Family, row.Given, row.Patronymic, row.Male, row.Born, row.Email);

    private static SchoolClass Class(ClassRow row) =>
        new(new(row.Id), new(row.Year), row.Grade, row.Letter, new(row.TermSet), new(row.HolidaySet), new(row.Bells));

    private static MarksOff Off(MarksOffRow row) =>
        new(
            row.Id,
            row.Course is { } course ? new CourseId(course) : null,
            row.Class is { } schoolClass ? new ClassId(schoolClass) : null,
            row.Student is { } student ? new StudentId(student) : null,
            row.From,
            row.To
        );

    private static Tie<T> Tie<T>(T to, DateOnly from, DateOnly? until) => new(to, DaySpan.Until(from, until));
}
