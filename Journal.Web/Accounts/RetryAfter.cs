using System.Globalization;
using Journal.Web.Texts;

namespace Journal.Web.Accounts;

public static class RetryAfter
{
    public static string Header(TimeSpan wait) => Seconds(wait).ToString(CultureInfo.InvariantCulture);

    public static string Sentence(TimeSpan wait) => Phrase.With(Words.SignInTooSoon, Seconds(wait));

    private static int Seconds(TimeSpan wait) => Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds));
}
