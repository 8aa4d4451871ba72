namespace Journal.Web.Hosting;

/// <summary>Why the program does not start: one sentence for the person at the console, in each of our languages.</summary>
public sealed class CannotStart(string russian, string english) : Exception(english)
{
    public string Russian => russian;

    public string English => Message;

    public static CannotStart Because(string name, params object[] facts) =>
        new(StartTexts.In("ru", name, facts), StartTexts.In("en", name, facts));
}
