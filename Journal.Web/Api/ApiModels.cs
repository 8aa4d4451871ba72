using System.Text.Json.Serialization;

namespace Journal.Web.Api;

[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record SignInRequest(string? Login, string? Password);

public sealed record SignInAnswer(string Token, DateTimeOffset ExpiresAt);

public sealed record HealthAnswer(string Status, string Version, long Seq);

/// <summary>Today is the school's day, wherever the caller is.</summary>
public sealed record MeAnswer(
    PersonAnswer Person,
    DateOnly Today,
    IReadOnlyList<string> Roles,
    IReadOnlyList<CourseAnswer> Courses,
    IReadOnlyList<ClassAnswer> Classes,
    IReadOnlyList<ChildAnswer> Children,
    ChildAnswer? Student
);

public sealed record PersonAnswer(int Id, string Name);

public sealed record CourseAnswer(int Id, string Subject, string Group, IReadOnlyList<string> Classes);

public sealed record ClassAnswer(int Id, string Name);

public sealed record ChildAnswer(int Id, string Name, string? Class);

/// <summary>Value is what would be typed: "5", "4/5", "4•", "" for an empty cell.</summary>
public sealed record MarkAnswer(int Student, int Work, string Value, long Version, DateOnly? Due, string? Comment, string? CommentFor);

/// <summary>Value is the fact as it would be typed, "" for present; reason is the class teacher's record.</summary>
public sealed record AttendanceAnswer(int Student, int Lesson, string Value, long Version, string? Reason, string? Document);

public sealed record PageStudentAnswer(int Id, string Name, int Class, IReadOnlyList<DaysAnswer> Days);

public sealed record DaysAnswer(DateOnly From, DateOnly? To);

/// <summary>Homework is absent while there is none yet and "" where none was set; version is that of topic, homework and status together.</summary>
public sealed record LessonAnswer(
    int Id,
    DateOnly Date,
    int Number,
    string Status,
    IReadOnlyList<int> Teachers,
    string? Topic,
    string? Homework,
    bool RollTaken,
    long Version
);

/// <summary>Weight in hundredths: 100 counts once.</summary>
public sealed record WorkAnswer(
    int Id,
    int Lesson,
    int Type,
    int Weight,
    string? Title,
    int Ordinal,
    bool IsDefault,
    DateOnly? Due,
    bool Shown,
    long Version
);

public sealed record CarriedAnswer(int Student, int FromCourse, DateOnly Date, int Type, int Weight, string Value);

public sealed record TermAnswer(int Id, int Number, string Name, DateOnly Starts, DateOnly Ends);

public sealed record WorkTypeAnswer(int Id, string Name, string Sign, int Weight);

public sealed record PageAnswer(
    long Seq,
    int Course,
    string Subject,
    string Group,
    TermAnswer Term,
    IReadOnlyList<TermAnswer> Terms,
    bool MayEdit,
    IReadOnlyList<string> Scale,
    IReadOnlyList<string> AttendanceCodes,
    IReadOnlyList<WorkTypeAnswer> WorkTypes,
    IReadOnlyList<PageStudentAnswer> Students,
    IReadOnlyList<LessonAnswer> Lessons,
    IReadOnlyList<WorkAnswer> Works,
    IReadOnlyList<MarkAnswer> Marks,
    IReadOnlyList<AttendanceAnswer> Attendance,
    IReadOnlyList<CarriedAnswer> Carried
);

/// <summary>The course's lesson plan: its topics in order, and the same with all that the plan says of them.</summary>
public sealed record PlanAnswer(IReadOnlyList<string> Topics, IReadOnlyList<PlanLineAnswer> Lines, int Hours, string State, long Version)
{
    public int? By { get; init; }

    public DateTimeOffset? At { get; init; }

    public long? ApprovedVersion { get; init; }

    public int? ApprovedBy { get; init; }

    public DateTimeOffset? ApprovedAt { get; init; }
}

public sealed record PlanLineAnswer(string Topic, int Hours, string? Section, string? Homework, string? Work);

[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record PlanLineRequest(string? Topic, int? Hours, string? Section, string? Homework, string? Work);

[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record PlanRequest(Guid? CommandId, IReadOnlyList<PlanLineRequest?>? Lines, long? Expected);

[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record ApproveRequest(Guid? CommandId, long? Expected);

/// <summary>An XLSX or CSV file, in base64.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record DryRunRequest(byte[]? File);

/// <summary>What an import would bring; nothing is written.</summary>
public sealed record DryRunAnswer(IReadOnlyList<DryRunPartAnswer> Parts, IReadOnlyList<string> IgnoredColumns);

public sealed record DryRunPartAnswer(
    string Name,
    int Hours,
    int? Declared,
    IReadOnlyList<DryRunRowAnswer> Rows,
    IReadOnlyList<FindingAnswer> Findings
);

public sealed record DryRunRowAnswer(int Row, int? Number, bool Fit, PlanLineAnswer Line);

/// <summary>Row: its number in the file, 0 when it is about the whole plan. Code: what is wrong ("error") or doubtful ("warning").</summary>
public sealed record FindingAnswer(int Row, string Level, string Code, int? Found, int? Expected);

[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record EditsRequest(bool? Atomic, IReadOnlyList<EditRequest?>? Edits);

/// <summary>
/// The whole new value of one cell: a mark cell names its work, an attendance cell its lesson; with a record it is that of the lesson itself, with a
/// roll the declaration that the lesson's roll is taken.
/// </summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record EditRequest(
    Guid? CommandId,
    int? Student,
    int? Work,
    int? Lesson,
    string? Value,
    DateOnly? Due,
    string? Comment,
    string? CommentFor,
    RecordRequest? Record,
    bool? Roll,
    long? Expected
);

/// <summary>Without homework there is none yet, "" says that none was set; without a status it stays as it is.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record RecordRequest(string? Topic, string? Homework, string? Status);

public sealed record RecordAnswer(string? Topic, string? Homework, string Status);

public sealed record EditsAnswer(IReadOnlyList<ResultAnswer> Results);

/// <summary>Outcome: applied, unchanged, replayed, conflict or refused.</summary>
public sealed record ResultAnswer(Guid CommandId, string Outcome)
{
    public long? Seq { get; init; }

    /// <summary>With a conflict: what the cell holds now.</summary>
    public NowAnswer? Now { get; init; }

    /// <summary>With a refusal: its name, its facts, and a sentence in the caller's language.</summary>
    public string? Code { get; init; }

    public IReadOnlyDictionary<string, object?>? Facts { get; init; }

    public string? Text { get; init; }
}

/// <summary>A cell has a value, a lesson a record, the school its settings. Of what was never touched there is nobody to name.</summary>
public sealed record NowAnswer(string? Value, long Version)
{
    public int? By { get; init; }

    public string? ByName { get; init; }

    public DateTimeOffset? At { get; init; }

    public RecordAnswer? Record { get; init; }

    public SettingsAnswer? Settings { get; init; }
}

[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record WorkRequest(
    Guid? CommandId,
    int? Lesson,
    int? Type,
    int? Weight,
    string? Title,
    DateOnly? Due,
    bool? Shown,
    long? Expected
);

/// <summary>Without students everybody's; without text it is withdrawn. Seen is the lesson's own text that was read.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record HomeworkRequest(
    Guid? CommandId,
    int? Task,
    string? Text,
    DateOnly? Due,
    int? Minutes,
    string? Way,
    string? Pages,
    string? Exercises,
    string? Practice,
    IReadOnlyList<Guid>? Files,
    IReadOnlyList<int>? Students,
    string? Seen,
    long? Expected
);

/// <summary>Text and version of the lesson's own; days are those of the course's next lessons.</summary>
public sealed record HomeworkAnswer(
    int Course,
    string? Text,
    long Version,
    IReadOnlyList<HomeworkTaskAnswer> Tasks,
    IReadOnlyList<DateOnly> Days,
    string? Planned,
    int? Norm
);

/// <summary>Students are absent where it is everybody's; then the text is the lesson's.</summary>
public sealed record HomeworkTaskAnswer(
    int Id,
    string? Text,
    DateOnly? Due,
    int? Minutes,
    string? Way,
    string? Pages,
    string? Exercises,
    string? Practice,
    IReadOnlyList<HomeworkFileAnswer> Files,
    IReadOnlyList<int>? Students,
    long Version
);

public sealed record HomeworkFileAnswer(Guid Id, string Name, int Size, string Type);

/// <summary>Expected is the seq that the answer to the removal brought.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record RestoreRequest(Guid? CommandId, long? Expected);

[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record RollRequest(Guid? CommandId);

/// <summary>For how many days after a lesson its marks, its topic and homework, and marks made up may be changed.</summary>
public sealed record SettingsAnswer(string Name, int MarkDays, int TopicDays, int MakeUpDays, bool AbsencesWaitForRoll, long Version);

[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record SettingsRequest(
    Guid? CommandId,
    string? Name,
    int? MarkDays,
    int? TopicDays,
    int? MakeUpDays,
    bool? AbsencesWaitForRoll,
    long? Expected
);

public sealed record DiaryAnswer(int Student, DateOnly Week, long Seq, IReadOnlyList<DiaryDayAnswer> Days);

public sealed record DiaryDayAnswer(DateOnly Date, IReadOnlyList<DiaryLessonAnswer> Lessons);

public sealed record DiaryLessonAnswer(
    int Lesson,
    int Course,
    string Subject,
    int Number,
    string Status,
    string? Topic,
    string? Homework,
    string? Absence,
    IReadOnlyList<DiaryTaskAnswer> Tasks,
    IReadOnlyList<DiaryMarkAnswer> Marks
);

/// <summary>Task is absent for the lesson's own; text is absent when it was withdrawn.</summary>
public sealed record DiaryTaskAnswer(
    int? Task,
    string? Text,
    DateOnly? Due,
    int? Minutes,
    string? Way,
    string? Pages,
    string? Exercises,
    string? Practice,
    DateTimeOffset? Changed
);

public sealed record DiaryMarkAnswer(int Work, string WorkType, string? Title, int Weight, string Value, string? Comment, long Version);

public sealed record HistoryAnswer(IReadOnlyList<HistoryEntryAnswer> Entries);

/// <summary>Of a cell: its student and values; of a lesson: its records.</summary>
public sealed record HistoryEntryAnswer(long Seq, DateTimeOffset At, int By, string ByName)
{
    public int? Student { get; init; }

    public string? Before { get; init; }

    public string? Value { get; init; }

    public string? Comment { get; init; }

    public RecordAnswer? RecordBefore { get; init; }

    public RecordAnswer? Record { get; init; }
}
