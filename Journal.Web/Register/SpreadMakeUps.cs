using System.Globalization;
using Journal.Core.Basics;
using Journal.Core.Register;
using Journal.Core.Writing;
using Journal.Web.Texts;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace Journal.Web.Register;

/// <summary>What the card of a make-up is filled with: the protocol as it is, and the days it may be of.</summary>
internal sealed record MakeUpForm(string? Number, DateOnly Date, string? Commission, long Version, DateOnly Earliest, DateOnly Latest);

public sealed partial class Spread
{
    [Inject]
    public required JournalWriter Writer { get; set; }

    /// <summary>From the browser: the protocol of a lesson that this student made up; null where nothing was.</summary>
    [JSInvokable]
    public string? MakeUpOf(int student, int lesson)
    {
        // What was typed a moment ago may not have been drawn yet.
        if (!_mayEdit || Readings.Page(Me, Page.Course, Page.Term) is not { } page)
            return null;
        if (!page.Lessons.TryGetValue(new LessonId(lesson), out var known))
            return null;

        // A protocol whose absence or mark was taken back since can still be taken back too.
        var now = page.MakeUpOf(known.Id, new StudentId(student));
        var protocol = now.Value;
        if (protocol is null && !page.IsMadeUp(known, new StudentId(student), Clock.DayOf))
            return null;

        return GridJson.Of(
            new MakeUpForm(protocol?.Number, protocol?.Date ?? Clock.Today, protocol?.Commission, now.Version, known.Date, Clock.Today)
        );
    }

    /// <summary>From the browser; a protocol without a number is taken back. What is wrong with it; null when it is recorded.</summary>
    [JSInvokable]
    public async Task<string?> RecordMakeUp(int student, int lesson, string? number, string? date, string? commission, long expected)
    {
        var day = DateOnly.TryParseExact(date, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var typed)
            ? typed
            : (DateOnly?)null;
        var command = new RecordMakeUp(Page.Course, new LessonId(lesson), new StudentId(student), number, day, commission, expected);
        var answer = await Writer.Submit(command, new Actor(Me), Closing);
        return answer is Refused refused ? RefusalText.For(refused.Why) : null;
    }
}
