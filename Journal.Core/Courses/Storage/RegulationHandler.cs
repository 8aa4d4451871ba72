using Journal.Core.Basics;
using Journal.Core.School;
using Journal.Core.Writing;

namespace Journal.Core.Courses.Storage;

/// <summary>Who decides what the school's deadlines are from a day on.</summary>
internal sealed class RegulationHandler(RosterSource rosters) : IHandler<AdoptRegulation>
{
    public Decision Decide(AdoptRegulation command, Operation operation)
    {
        var roster = rosters.InLane(operation.Data);
        return roster.Regulation.Decide(command, roster.RegulationStamp, roster.WorkTypes.Keys, operation.Today);
    }
}
