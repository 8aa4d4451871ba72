using System.Diagnostics.Tracing;
using System.Globalization;
using Microsoft.Diagnostics.NETCore.Client;

namespace Journal.Load.Server;

/// <summary>What the server costs: processor time and memory as the system counts them, the heap and its pauses as it tells them itself.</summary>
internal sealed class ServerWatch(LoadServer server, HttpClient http)
{
    // The kernel counts in hundredths of a second.
    private const double TicksPerSecond = 100;
    private const long CollectHeap = 0x800000;

    public bool IsOurs => server.ProcessId is not null;

    public TimeSpan ProcessorTime()
    {
        var fields = File.ReadAllText($"/proc/{server.ProcessId}/stat").Split(") ", 2)[1].Split(' ');
        return TimeSpan.FromSeconds((Whole(fields[11]) + Whole(fields[12])) / TicksPerSecond);
    }

    /// <summary>Bytes of memory that the process holds.</summary>
    public double Resident() =>
        Whole(
            File.ReadLines($"/proc/{server.ProcessId}/status")
                .First(line => line.StartsWith("VmRSS", StringComparison.Ordinal))
                .Split((char[])[' ', '\t'], StringSplitOptions.RemoveEmptyEntries)[1]
        ) * 1024d;

    /// <summary>Bytes of the heap after a full collection.</summary>
    public async Task<double> Heap(CancellationToken ct)
    {
        await Collect(ct);
        return (await Metrics.Read(http, server.Address, ct)).Sum("dotnet_gc_last_collection_heap_size_bytes");
    }

    public Task<Metrics> Now(CancellationToken ct) => Metrics.Read(http, server.Address, ct);

    // Whoever begins to trace the heap makes the runtime collect it first.
    private async Task Collect(CancellationToken ct)
    {
        var client = new DiagnosticsClient(server.ProcessId!.Value);
        for (var time = 0; time < 2; time++)
        {
            using var session = await client.StartEventPipeSessionAsync(
                [new EventPipeProvider("Microsoft-Windows-DotNETRuntime", EventLevel.Informational, CollectHeap)],
                requestRundown: false,
                token: ct
            );
            var reading = session.EventStream.CopyToAsync(Stream.Null, ct);
            await Wait.For(TimeSpan.FromMilliseconds(300), ct);
            await session.StopAsync(ct);
            await reading;
        }
    }

    private static long Whole(string text) => long.Parse(text, CultureInfo.InvariantCulture);
}
