using Journal.Core.Basics;

namespace Journal.Core.Demo;

/// <param name="Area">Who teaches it: one teacher's subjects are of one area.</param>
/// <param name="Tasks">Which homework texts fit; null where none is set.</param>
public sealed record DemoSubject(SubjectId Id, string Name, string Brief, string Area, bool Marked, string? Tasks)
{
    public bool NeedsBriefing => Area is "физика" or "химия" or "биология" or "информатика" or "физкультура" or "труд";
}

/// <summary>Hours a week by grade: the federal programmes, and where the week would overflow or they are silent, the school's own part.</summary>
public sealed class DemoCurriculum
{
    private readonly Dictionary<(string Subject, int Grade), int> _halfHours = [];

    public DemoCurriculum()
    {
        Subjects =
        [
            .. DemoData
                .Rows("subjects")
                .Select((r, i) => new DemoSubject(new(i + 1), r[0], r[1], r[2], r[3] == "да", r[4] == "нет" ? null : r[4])),
        ];

        foreach (var row in DemoData.Rows("federal-hours"))
            _halfHours[(row[0], DemoData.Whole(row[1]))] = DemoData.HalfHours(row[3]);

        foreach (var row in DemoData.Rows("school-hours"))
            _halfHours[(row[0], DemoData.Whole(row[1]))] = DemoData.HalfHours(row[2]);
    }

    public IReadOnlyList<DemoSubject> Subjects { get; }

    /// <summary>What a grade is taught, in the order of the subjects, with halves of hours a week.</summary>
    public IEnumerable<(DemoSubject Subject, int HalfHours)> Of(int grade) =>
        from subject in Subjects
        where subject.Name != DemoCourses.Individual && _halfHours.ContainsKey((subject.Name, grade))
        select (subject, _halfHours[(subject.Name, grade)]);

    public DemoSubject Subject(string name) => Subjects.First(s => s.Name == name);
}
