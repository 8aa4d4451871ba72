using Journal.Core.School;

namespace Journal.Core.Lessons;

/// <summary>When families could first read a task, and when it became another one, or none, after the time for slips of the finger.</summary>
public sealed record HomeworkTimes(DateTimeOffset Since, DateTimeOffset? Changed = null)
{
    /// <summary>After a change at this moment; null when families have never had anything to read.</summary>
    /// <param name="before">Null while nothing was published.</param>
    /// <param name="isSet">Whether there is something to read from now on.</param>
    public static HomeworkTimes? Next(HomeworkTimes? before, bool isSet, DateTimeOffset now)
    {
        if (before is null)
            return isSet ? new(now) : null;
        if (before.Changed is null && now - before.Since <= GraceTime.Default.Length)
            return isSet ? before : null;

        return before with
        {
            Changed = now,
        };
    }
}
