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
public sealed class SubjectsModels(FamilyReadings readings, DiaryFrames frames, Looking looking)
{
    /// <summary>Null when there is no such diary or term, or not for this reader.</summary>
    public async Task<SubjectsModel?> Of(PersonId person, StudentId student, int? term, CancellationToken ct)
    {
        if (readings.Reader(person, student) is not { } reader || await readings.Subjects(person, student, term, ct) is not { } marks)
            return null;

        looking.At(reader);
        return new(frames.Of(reader), marks, term);
    }

    /// <summary>The marks of a subject that were changed or taken back in the term that is shown.</summary>
    public async Task<IReadOnlyList<MarkStory>> Changed(PersonId person, SubjectsModel model, CourseId course, CancellationToken ct) =>
        model.Term is { } term ? await readings.Changed(person, model.Frame.Student, course, term, ct) ?? [] : [];
}
