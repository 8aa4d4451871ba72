using Journal.Core.Access;
using Journal.Core.Basics;
using Journal.Core.Courses;
using Journal.Core.Diary;

namespace Journal.Web.Diary;

/// <summary>The marks of a term, subject by subject.</summary>
/// <param name="Asked">The term's number as it stands in the address; null means the running one.</param>
public sealed record SubjectsModel(DiaryFrame Frame, SubjectsOfTerm Marks, int? Asked)
{
    public Term? Term => Marks.Term;

    public SubjectMarks? Subject(CourseId course) => Marks.Subjects.FirstOrDefault(subject => subject.Course == course);
}

/// <summary>Makes the pages of subjects.</summary>
public sealed class SubjectsModels(FamilyReadings readings, DiaryFrames frames)
{
    /// <summary>Null when there is no such diary or term, or not for this reader.</summary>
    public async Task<SubjectsModel?> Of(PersonId person, StudentId student, int? term, CancellationToken ct) =>
        readings.Reader(person, student) is { } reader && await readings.Subjects(person, student, term, ct) is { } marks
            ? new(frames.Of(reader), marks, term)
            : null;
}
