using Journal.Core.Basics;
using Journal.Core.Courses;
using Journal.Core.Courses.Storage;
using Journal.Core.Live;
using Journal.Core.Persistence;

namespace Journal.Core.Access;

/// <summary>
/// What is listened to for somebody who follows an audience. A student's readers also hear what happens to the lessons of the courses the
/// student learns, which concerns no student and is therefore another audience's.
/// </summary>
public sealed class Hearing(ChangeLog log, RosterSource rosters)
{
    public IReadOnlyList<Audience> SourcesOf(Interest interest) => SourcesOf(interest, rosters.Current);

    /// <summary>
    /// What these sources have said since a Seq, in order, from one snapshot; null when the student's courses have changed since they were named.
    /// </summary>
    public async Task<Said?> Read(Interest interest, IReadOnlyList<Audience> sources, long after, int limit, CancellationToken ct)
    {
        var said = await log.Read(sources, after, limit, ct);
        var roster = said.Changes.Count == 0 ? rosters.Current : rosters.Since(said.Changes[^1].Seq);
        return SourcesOf(interest, roster).SequenceEqual(sources) ? said : null;
    }

    private static IReadOnlyList<Audience> SourcesOf(Interest interest, Roster roster) =>
        [interest.Audience, .. LessonsOf(interest.Audience, roster), .. interest.WithSchool ? [Audience.School] : Array.Empty<Audience>()];

    private static IEnumerable<Audience> LessonsOf(Audience audience, Roster roster) =>
        audience.Kind == AudienceKind.Student ? roster.CoursesOf(new StudentId(audience.Id)).Select(Audience.OfLessons) : [];
}
