namespace Journal.Web.Health;

/// <summary>Times from a tenth of a millisecond to ten seconds in classes, each a tenth longer than the one before.</summary>
internal static class TimeClass
{
    public const int Count = 122;

    private const double Shortest = 0.0001;
    private const double Step = 1.1;

    public static int Of(double seconds) => seconds <= Shortest ? 0 : Math.Min(Count - 1, 1 + (int)Math.Log(seconds / Shortest, Step));

    public static TimeSpan Middle(int number) => TimeSpan.FromSeconds(number == 0 ? Shortest : Shortest * Math.Pow(Step, number - 0.5));
}
