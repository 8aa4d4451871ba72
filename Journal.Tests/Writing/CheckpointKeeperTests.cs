using System.Threading.Channels;
using Journal.Core.Persistence;
using Journal.Core.Writing;
using Journal.Tests.Persistence;
using Journal.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using static Journal.Tests.Support.SmallSchoolFacts;

namespace Journal.Tests.Writing;

public sealed class CheckpointKeeperTests : IAsyncDisposable
{
    private readonly LogSpy _log = new();
    private readonly SmallSchool _school;

    public CheckpointKeeperTests() => _school = new SmallSchool(services => services.AddSingleton<ILoggerProvider>(_log));

    private CheckpointKeeper Keeper => _school.Get<CheckpointKeeper>();

    [Fact]
    public async Task The_end_of_the_chain_is_signed_every_hour_and_at_closing()
    {
        await Keeper.StartAsync(default);
        var first = Assert.IsType<Applied>(await _school.Submit(Put("5")));

        await AnHourPasses();
        var last = Assert.IsType<Applied>(await _school.Submit(Put("4", student: Boris)));
        await Keeper.StopAsync(default);

        Assert.Equal([first.Seq, last.Seq], _school.Get<Checkpoints>().Read().Select(checkpoint => checkpoint!.Seq));
    }

    [Fact]
    public async Task A_signature_that_cannot_be_written_is_tried_again_an_hour_later()
    {
        Directory.CreateDirectory(_school.Checkpoints());
        await Keeper.StartAsync(default);
        var applied = Assert.IsType<Applied>(await _school.Submit(Put("5")));

        _school.Clock.Advance(CheckpointKeeper.Every);
        await _log.Error();
        Directory.Delete(_school.Checkpoints());
        await AnHourPasses();

        Assert.False(Keeper.ExecuteTask!.IsCompleted);
        Assert.Equal(applied.Seq, Assert.Single(_school.Get<Checkpoints>().Read())!.Seq);
        await Keeper.StopAsync(default);
    }

    [Fact]
    public async Task A_school_closes_without_its_last_signature_when_that_cannot_be_written()
    {
        Directory.CreateDirectory(_school.Checkpoints());
        await Keeper.StartAsync(default);
        await _school.Submit(Put("5"));

        await Keeper.StopAsync(default);

        await _log.Error();
    }

    public ValueTask DisposeAsync() => _school.DisposeAsync();

    private async Task AnHourPasses()
    {
        using var watcher = new FileSystemWatcher(_school.Folder, "checkpoints.log") { EnableRaisingEvents = true };
        var written = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        watcher.Changed += (_, _) => written.TrySetResult();
        _school.Clock.Advance(CheckpointKeeper.Every);
        await written.Task.WaitAsync(TimeSpan.FromMinutes(1));
    }

    private sealed class LogSpy : ILoggerProvider, ILogger
    {
        private readonly Channel<string> _errors = Channel.CreateUnbounded<string>();

        public Task<string> Error() => _errors.Reader.ReadAsync().AsTask().WaitAsync(TimeSpan.FromMinutes(1));

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        )
        {
            if (logLevel >= LogLevel.Error)
                _errors.Writer.TryWrite(formatter(state, exception));
        }

        public void Dispose() { }
    }
}
