using System.Text.Json.Serialization;
using Journal.Core.Basics;
using Journal.Core.Courses.Storage;
using Journal.Core.Register.Storage;
using Journal.Core.Writing;

namespace Journal.Core.Control.Storage;

[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ReportOmissions))]
[JsonSerializable(typeof(SettleReport))]
internal sealed partial class ReportCommandsJson : JsonSerializerContext;

/// <summary>The commands of this folder and who decides them.</summary>
internal static class ReportCommands
{
    public static CommandBook AddReports(this CommandBook commands, JournalPages pages, RosterSource rosters, SchoolClock clock)
    {
        var handlers = new ReportHandlers(pages, rosters, clock);
        return commands.Add(ReportCommandsJson.Default.ReportOmissions, handlers).Add(ReportCommandsJson.Default.SettleReport, handlers);
    }
}

internal sealed class ReportHandlers(JournalPages pages, RosterSource rosters, SchoolClock clock)
    : IHandler<ReportOmissions>,
        IHandler<SettleReport>
{
    public Decision Decide(ReportOmissions command, Operation operation) =>
        OmissionRules.Unfit(command)
        ?? OmissionRules.Decide(
            command,
            Owed(command, operation),
            ReportBook.Open(command.Class, operation.Data.Db),
            () => new ReportId(operation.Data.NewId<ReportRow>())
        );

    public Decision Decide(SettleReport command, Operation operation) =>
        ReportBook.Card(command.Report, operation.Data.Db) is { } now
            ? OmissionRules.Decide(command, now)
            : new UnknownReport(command.Report);

    // When the school day ends is not asked here: without it nothing falls due later than it does.
    private Dictionary<OmissionKey, Omission> Owed(ReportOmissions command, Operation operation)
    {
        var roster = rosters.InLane(operation.Data);
        var absences = Circumstances.AbsencesIn(roster);
        // The lane waits: only the class's own pages are read, and only the lessons that are asked for judged.
        var courses = roster.CoursesOf(command.Class).Select(course => course.Id).ToHashSet();
        var asked = command.Lines.Select(line => line.Lesson).ToHashSet();
        return command
            .Lines.Where(line => courses.Contains(line.Course))
            .Select(line => pages.PageOf(line.Course, line.Lesson, operation.Data))
            .OfType<Register.JournalPage>()
            .DistinctBy(page => page.Id)
            .SelectMany(page =>
            {
                var around = Circumstances.Of(roster, page, clock.Zone) with { Absences = absences };
                return Omissions.Of(page, new Deadlines(roster.Regulation, around), command.Class, operation.Now, asked);
            })
            .ToDictionary(one => one.Key);
    }
}
