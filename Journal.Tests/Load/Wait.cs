namespace Journal.Load;

internal static class Wait
{
    /// <summary>By the clock on the wall: what is measured here is real time.</summary>
    public static Task For(TimeSpan time, CancellationToken ct) => Task.Delay(time, TimeProvider.System, ct);
}
