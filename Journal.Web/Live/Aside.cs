using System.Globalization;

namespace Journal.Web.Live;

/// <summary>
/// Does something off the thread that tells of it, once for however often it was told meanwhile, and in the language of whoever looks: the lane, or
/// another person's request, waits for nobody and lends nobody its language.
/// </summary>
internal sealed class Aside(Func<Task> run)
{
    private readonly (CultureInfo Culture, CultureInfo UI) _language = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
    private int _asked;

    public void Told(object? sender, EventArgs e)
    {
        if (Interlocked.Exchange(ref _asked, 1) == 0)
            _ = ThreadPool.QueueUserWorkItem(aside => _ = aside.Run(), this, preferLocal: false);
    }

    private Task Run()
    {
        Volatile.Write(ref _asked, 0);
        (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = _language;
        return run();
    }
}
