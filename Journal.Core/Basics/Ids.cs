using System.Text.Json.Serialization;

namespace Journal.Core.Basics;

/// <summary>A person of the school: staff, student or guardian.</summary>
[JsonConverter(typeof(IdConverter<PersonId>))]
public readonly record struct PersonId(int Value) : IId<PersonId>
{
    public static PersonId Of(int value) => new(value);
}

/// <summary>A person in the role of a student; the number is the person's own.</summary>
[JsonConverter(typeof(IdConverter<StudentId>))]
public readonly record struct StudentId(int Value) : IId<StudentId>
{
    public PersonId Person => new(Value);

    public static StudentId Of(int value) => new(value);
}

[JsonConverter(typeof(IdConverter<YearId>))]
public readonly record struct YearId(int Value) : IId<YearId>
{
    public static YearId Of(int value) => new(value);
}

[JsonConverter(typeof(IdConverter<TermSetId>))]
public readonly record struct TermSetId(int Value) : IId<TermSetId>
{
    public static TermSetId Of(int value) => new(value);
}

[JsonConverter(typeof(IdConverter<TermId>))]
public readonly record struct TermId(int Value) : IId<TermId>
{
    public static TermId Of(int value) => new(value);
}

[JsonConverter(typeof(IdConverter<HolidaySetId>))]
public readonly record struct HolidaySetId(int Value) : IId<HolidaySetId>
{
    public static HolidaySetId Of(int value) => new(value);
}

[JsonConverter(typeof(IdConverter<BellScheduleId>))]
public readonly record struct BellScheduleId(int Value) : IId<BellScheduleId>
{
    public static BellScheduleId Of(int value) => new(value);
}

[JsonConverter(typeof(IdConverter<ScaleId>))]
public readonly record struct ScaleId(int Value) : IId<ScaleId>
{
    public static ScaleId Of(int value) => new(value);
}

[JsonConverter(typeof(IdConverter<AttendanceCodeId>))]
public readonly record struct AttendanceCodeId(int Value) : IId<AttendanceCodeId>
{
    public static AttendanceCodeId Of(int value) => new(value);
}

[JsonConverter(typeof(IdConverter<WorkTypeId>))]
public readonly record struct WorkTypeId(int Value) : IId<WorkTypeId>
{
    public static WorkTypeId Of(int value) => new(value);
}

[JsonConverter(typeof(IdConverter<ClassId>))]
public readonly record struct ClassId(int Value) : IId<ClassId>
{
    public static ClassId Of(int value) => new(value);
}

[JsonConverter(typeof(IdConverter<GroupId>))]
public readonly record struct GroupId(int Value) : IId<GroupId>
{
    public static GroupId Of(int value) => new(value);
}

[JsonConverter(typeof(IdConverter<SubjectId>))]
public readonly record struct SubjectId(int Value) : IId<SubjectId>
{
    public static SubjectId Of(int value) => new(value);
}

[JsonConverter(typeof(IdConverter<CourseId>))]
public readonly record struct CourseId(int Value) : IId<CourseId>
{
    public static CourseId Of(int value) => new(value);
}

[JsonConverter(typeof(IdConverter<LessonId>))]
public readonly record struct LessonId(int Value) : IId<LessonId>
{
    public static LessonId Of(int value) => new(value);
}

[JsonConverter(typeof(IdConverter<WorkId>))]
public readonly record struct WorkId(int Value) : IId<WorkId>
{
    public static WorkId Of(int value) => new(value);
}

/// <summary>A task: a lesson's own, or one for some of its students.</summary>
[JsonConverter(typeof(IdConverter<HomeworkId>))]
public readonly record struct HomeworkId(int Value) : IId<HomeworkId>
{
    public static HomeworkId Of(int value) => new(value);
}

/// <summary>What a class teacher told the deputy of records that colleagues owe.</summary>
[JsonConverter(typeof(IdConverter<ReportId>))]
public readonly record struct ReportId(int Value) : IId<ReportId>
{
    public static ReportId Of(int value) => new(value);
}

[JsonConverter(typeof(IdConverter<TeacherAbsenceId>))]
public readonly record struct TeacherAbsenceId(int Value) : IId<TeacherAbsenceId>
{
    public static TeacherAbsenceId Of(int value) => new(value);
}

/// <summary>An order that takes a day out of the timetable.</summary>
[JsonConverter(typeof(IdConverter<DayOrderId>))]
public readonly record struct DayOrderId(int Value) : IId<DayOrderId>
{
    public static DayOrderId Of(int value) => new(value);
}

/// <summary>A word to a student and the family: «замечание», «благодарность», «обращение».</summary>
[JsonConverter(typeof(IdConverter<RemarkId>))]
public readonly record struct RemarkId(int Value) : IId<RemarkId>
{
    public static RemarkId Of(int value) => new(value);
}

/// <summary>A guardian's notice that the child will be, or was, absent.</summary>
[JsonConverter(typeof(IdConverter<NoticeId>))]
public readonly record struct NoticeId(int Value) : IId<NoticeId>
{
    public static NoticeId Of(int value) => new(value);
}
