using Journal.Core.Basics;
using Journal.Core.Courses;
using Journal.Core.Lessons;
using Journal.Core.Notices;
using Journal.Core.Register;
using Journal.Core.Remarks;
using Journal.Core.School;
using Journal.Core.Writing;
using Journal.Web.Texts;

namespace Journal.Web.Api;

/// <summary>What became of a command, for a program: outcome, facts, and a sentence for the person behind it.</summary>
internal static class ResultAnswers
{
    public static ResultAnswer Of(Guid commandId, Answer answer, Roster roster) =>
        answer switch
        {
            Applied applied => new ResultAnswer(commandId, "applied") { Seq = applied.Seq },
            Unchanged unchanged => new ResultAnswer(commandId, "unchanged") { Seq = unchanged.Seq },
            Replayed replayed => new ResultAnswer(commandId, "replayed") { Seq = replayed.Seq },
            Refused { Why: MarkConflict conflict } => Conflict(
                commandId,
                conflict.Text,
                conflict.Now.Version,
                conflict.Now.By,
                conflict.Now.At,
                roster
            ),
            Refused { Why: AttendanceConflict conflict } => Conflict(
                commandId,
                conflict.Text,
                conflict.Now.Version,
                conflict.Now.By,
                conflict.Now.At,
                roster
            ),
            Refused { Why: WorkConflict conflict } => new ResultAnswer(commandId, "conflict")
            {
                Now = new NowAnswer(conflict.Now.Work.Title ?? "", conflict.Now.Version),
                Text = RefusalText.For(conflict),
            },
            Refused { Why: LessonConflict conflict } => Conflict(
                commandId,
                value: null,
                conflict.Stamp.Version,
                conflict.Stamp.By,
                conflict.Stamp.At,
                roster,
                Record(conflict.Now)
            ),
            Refused { Why: SettingsConflict conflict } => Conflict(
                commandId,
                value: null,
                conflict.Stamp.Version,
                conflict.Stamp.By,
                conflict.Stamp.At,
                roster,
                settings: SchoolApi.Answer(conflict.Now, conflict.Stamp.Version)
            ) with
            {
                Text = RefusalText.For(conflict),
            },
            Refused { Why: HomeworkConflict conflict } => Conflict(
                commandId,
                conflict.Text,
                conflict.Version,
                conflict.Stamp.By,
                conflict.Stamp.At,
                roster
            ) with
            {
                Text = RefusalText.For(conflict),
            },
            Refused { Why: RemarkConflict conflict } => Conflict(
                commandId,
                conflict.Now.IsWithdrawn ? null : conflict.Now.Words.Text,
                conflict.Now.Version,
                conflict.Now.Last.By,
                conflict.Now.Last.At,
                roster
            ) with
            {
                Text = RefusalText.For(conflict),
            },
            Refused { Why: MakeUpConflict conflict } => Conflict(
                commandId,
                conflict.Now.Value?.Number,
                conflict.Now.Version,
                conflict.Now.By,
                conflict.Now.At,
                roster
            ) with
            {
                Text = RefusalText.For(conflict),
            },
            Refused { Why: NoticeConflict conflict } => Conflict(
                commandId,
                value: null,
                conflict.Now.Version,
                conflict.Now.Last.By,
                conflict.Now.Last.At,
                roster
            ) with
            {
                Text = RefusalText.For(conflict),
            },
            Refused { Why: PlanConflict conflict } => Conflict(
                commandId,
                value: null,
                conflict.Stamp.Version,
                conflict.Stamp.By,
                conflict.Stamp.At,
                roster
            ) with
            {
                Text = RefusalText.For(conflict),
            },
            Refused refused => new ResultAnswer(commandId, "refused")
            {
                Code = RefusalFacts.Code(refused.Why),
                Facts = RefusalFacts.Of(refused.Why),
                Text = RefusalText.For(refused.Why),
            },
            _ => throw new ArgumentOutOfRangeException(nameof(answer), answer, "An answer of no known kind."),
        };

    internal static RecordAnswer Record(Lesson lesson) => new(lesson.Topic, lesson.Homework, MeApi.Lower(lesson.Status.ToString()));

    private static ResultAnswer Conflict(
        Guid commandId,
        string? value,
        long version,
        PersonId by,
        DateTimeOffset at,
        Roster roster,
        RecordAnswer? record = null,
        SettingsAnswer? settings = null
    )
    {
        var now = new NowAnswer(value, version) { Record = record, Settings = settings };
        return new(commandId, "conflict")
        {
            Now = version == 0 ? now : now with { By = by.Value, ByName = roster.People.GetValueOrDefault(by)?.ShortName, At = at },
        };
    }
}
