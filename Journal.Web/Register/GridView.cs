using System.Collections.Immutable;
using Journal.Core.Basics;
using Journal.Core.Courses;
using Journal.Core.Lessons;
using Journal.Core.Register;
using Journal.Core.School;

namespace Journal.Web.Register;

/// <summary>
/// A journal page as a grid of texts: what every watcher is shown, in no language yet. Made once per change and shared by all who watch; a row whose
/// cells did not change is the same object as before.
/// </summary>
public sealed record GridView(
    JournalPage Page,
    Roster Roster,
    DateOnly Today,
    ImmutableArray<GridColumn> Columns,
    ImmutableArray<GridRow> Rows,
    ImmutableArray<LessonLine> Lines
)
{
    public bool HasCarried => !Page.Carried.IsEmpty;
}

/// <summary>A column: a lesson's work, or the bare lesson where no marks are given. Closed says why nobody may write into it today.</summary>
public sealed record GridColumn(Lesson Lesson, Work? Work, WorkType? Type, bool StartsWeek, bool IsToday, Refusal? Closed)
{
    /// <summary>The column that shows the lesson's absences.</summary>
    public bool ShowsAbsence => Work is null or { IsDefault: true };
}

/// <summary>A student's line. Closed: the class's term is closed for this student alone (two classes taught together).</summary>
public sealed record GridRow(
    StudentId Student,
    int Number,
    string Family,
    string Given,
    ImmutableArray<GridCell> Cells,
    ImmutableArray<CarriedMark> Carried,
    string CarriedText,
    Fraction? Average,
    int Count,
    bool Closed
);

/// <summary>What a cell shows, and what an edit of it must know: versions, the fact behind a reason, the comment and who reads it.</summary>
public sealed record GridCell
{
    public static readonly GridCell Empty = new();

    public string Mark { get; init; } = "";

    /// <summary>The letter shown: the reason's, once the class teacher has put one.</summary>
    public string Absence { get; init; } = "";

    /// <summary>What the teacher recorded, where the reason shows another letter.</summary>
    public string? Fact { get; init; }

    public AbsenceKind? Kind { get; init; }

    public MarkLevel Level { get; init; }

    public long Version { get; init; }

    public long AbsenceVersion { get; init; }

    /// <summary>The versions as the page writes them, once for all who look at it; none where nothing was touched.</summary>
    public string? VersionText => field ??= CellText.Version(Version);

    public string? AbsenceVersionText => field ??= CellText.Version(AbsenceVersion);

    public string? Comment { get; init; }

    public bool CommentForFamily { get; init; }

    public bool Due { get; init; }

    public DateOnly? DueBy { get; init; }

    /// <summary>The protocol of a mark that was put after a missed lesson's day, even where there is none yet; null of any other cell.</summary>
    public MakeUpCell? MakeUp { get; init; }

    /// <summary>The student was not in the group on this day.</summary>
    public bool Outside { get; init; }

    /// <summary>No marks for this student on this day; absences are recorded.</summary>
    public bool MarksOff { get; init; }
}
