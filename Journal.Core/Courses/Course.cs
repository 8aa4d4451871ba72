using Journal.Core.Basics;

namespace Journal.Core.Courses;

/// <param name="NeedsBriefing">Students are instructed on safety before they begin, and before practical work: chemistry, physical education.</param>
public sealed record Subject(SubjectId Id, string Name, bool NeedsBriefing = false);

public sealed record SubjectAdded(Subject Subject) : JournalEvent;

/// <summary>One page of the journal: a subject taught to one study group in one year. Hours a week in hundredths (50 is half an hour).</summary>
public sealed record Course(CourseId Id, YearId Year, SubjectId Subject, GroupId Group, ScaleId Scale, int WeeklyHours);

public sealed record CourseOpened(Course Course) : JournalEvent
{
    protected override Concern Concerned => new(Course: Course.Id);
}
