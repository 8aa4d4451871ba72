using Journal.Core.Basics;
using Journal.Core.Writing;

namespace Journal.Core.Control.Storage;

/// <summary>A class teacher's report or its answer, for the screens of the deputy, which hear no class.</summary>
public sealed class ReportWatch : ChangeWatch
{
    protected override bool Concerns(JournalEvent fact) => fact is OmissionsReported or ReportSettled;
}
