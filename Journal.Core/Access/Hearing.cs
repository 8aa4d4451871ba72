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
    public IReadOnlyList<Audience> SourcesOf(Audience audience) => SourcesOf(audience, rosters.Current);

    /// <summary>
    /// What these sources have said since a Seq, in order, from one snapshot; null when the student's courses have changed since they were named.
    /// </summary>
    public async Task<IReadOnlyList<Committed>?> Read(
        Audience audience,
        IReadOnlyList<Audience> sources,
        long after,
        int limit,
        CancellationToken ct
    )
    {
        var said = await log.Read(sources, after, limit, ct);
        var roster = said.Count == 0 ? rosters.Current : rosters.Since(said[^1].Seq);
        return SourcesOf(audience, roster).SequenceEqual(sources) ? said : null;
    }

    private static IReadOnlyList<Audience> SourcesOf(Audience audience, Roster roster) =>
        audience.Kind == AudienceKind.Student
            ? [audience, .. roster.CoursesOf(new StudentId(audience.Id)).Select(Audience.OfLessons)]
            : [audience];
}
