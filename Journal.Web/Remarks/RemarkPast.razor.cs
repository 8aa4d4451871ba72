using Journal.Core.Access;
using Journal.Core.Basics;
using Journal.Core.Courses.Storage;
using Journal.Core.Remarks;
using Journal.Web.Register;
using Journal.Web.Texts;
using Microsoft.AspNetCore.Components;

namespace Journal.Web.Remarks;

/// <summary>What a remark has said before, read from the log when somebody asks.</summary>
public sealed partial class RemarkPast
{
    private IReadOnlyList<string> _texts = [];

    [Parameter, EditorRequired]
    public required RemarkCard Remark { get; set; }

    [Parameter, EditorRequired]
    public PersonId Me { get; set; }

    [Inject]
    public required Readings Readings { get; set; }

    [Inject]
    public required RosterSource Rosters { get; set; }

    [Inject]
    public required SchoolClock Clock { get; set; }

    private async Task Read() =>
        _texts = [.. (await Readings.RemarkHistory(Me, Remark.Remark.Id) ?? []).Select(Says).OfType<string>().Reverse()];

    private string? Says(Committed change)
    {
        var was = change.Event switch
        {
            RemarkCorrected e => e.Before,
            RemarkWithdrawn e => e.Before,
            _ => null,
        };
        if (was is null)
            return null;

        var signed = Phrase.With(
            Words.RemarkSigned,
            ShortName.Of(Rosters.Current, change.Actor),
            Clock.DayOf(change.At),
            Clock.TimeOf(change.At)
        );
        return $"{signed} — {Phrase.With(Words.RemarkHistoryWas, $"{RemarkText.Kind(was.Kind)}: {was.Text}")}";
    }
}
