using System.Globalization;
using Journal.Web.Texts;

namespace Journal.Web.Accounts.Pages;

/// <summary>A session in words: what it is, where, since when and until when.</summary>
public static class SessionText
{
    public static string Kind(Session session) => session.IsCookie ? Words.OwnSessionBrowser : Words.OwnSessionProgram;

    public static string Device(Session session) =>
        Accounts.Device.Of(session.Agent) is { Length: > 0 } device ? device : Words.OwnSessionUnknown;

    public static string Since(Session session, TimeZoneInfo zone) => Moment(Local(session.Created, zone));

    public static string Times(Session session, TimeZoneInfo zone)
    {
        var (since, until) = (Local(session.Created, zone), Local(session.Expires, zone));

        return Phrase.With(Words.OwnSessionTimes, Moment(since), since.Date == until.Date ? Time(until) : Moment(until));
    }

    private static DateTime Local(DateTimeOffset moment, TimeZoneInfo zone) => TimeZoneInfo.ConvertTime(moment, zone).DateTime;

    private static string Moment(DateTime moment) => moment.ToString("d MMMM, HH:mm", CultureInfo.CurrentCulture);

    private static string Time(DateTime moment) => moment.ToString("HH:mm", CultureInfo.CurrentCulture);
}
