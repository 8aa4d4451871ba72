using Journal.Core.Basics;
using Journal.Core.Courses.Storage;
using Journal.Core.Writing;

namespace Journal.Core.Register.Storage;

/// <summary>Asks every page that has one of the absences; all of them are explained, or none.</summary>
internal sealed class ReasonHandler(JournalPages pages, RosterSource rosters) : IHandler<ExplainAbsences>
{
    public Decision Decide(ExplainAbsences command, Operation operation)
    {
        if (JournalPage.Unfit(command, rosters.InLane(operation.Data).Codes) is { } unfit)
            return unfit;

        var (facts, already) = (new List<JournalEvent>(), 0L);
        foreach (var absence in command.Absences.Distinct())
        {
            if (pages.PageOf(absence.Course, absence.Lesson, operation.Data) is not { } page)
                return new UnknownLesson(absence.Lesson);

            var decision = page.Decide(command, absence);
            if (decision.Refusal is { } refusal)
                return refusal;

            facts.AddRange(decision.Events);
            already = Math.Max(already, decision.AlreadySince);
        }

        return facts.Count == 0 ? Decision.Already(already) : Decision.Facts(facts);
    }
}
