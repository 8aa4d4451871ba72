using Journal.Tests.Support;

namespace Journal.Tests.Server;

public class TranscriptTests
{
    private readonly Transcript _transcript = new();

    [Fact]
    public async Task A_line_printed_before_is_found()
    {
        _transcript.Add("ready");

        Assert.Equal("ready", await _transcript.Line(line => line == "ready"));
    }

    [Fact]
    public async Task A_line_still_to_come_is_waited_for()
    {
        var waiting = _transcript.Line(line => line.StartsWith("ready"));
        _transcript.Add("starting");
        Assert.False(waiting.IsCompleted);

        _transcript.Add("ready now");

        Assert.Equal("ready now", await waiting);
    }

    [Fact]
    public async Task Nobody_waits_for_a_program_that_has_ended()
    {
        var waiting = _transcript.Line(line => line == "ready");
        _transcript.Close();

        await Assert.ThrowsAsync<InvalidOperationException>(() => waiting);
        await Assert.ThrowsAsync<InvalidOperationException>(() => _transcript.Line(line => line == "ready"));
    }
}
