using Journal.Core.Persistence;
using Journal.Core.Writing;
using Journal.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using static Journal.Tests.Support.SmallSchoolFacts;

namespace Journal.Tests.Writing;

public sealed class CheckpointKeeperTests : IAsyncDisposable
{
    private readonly Complaints _complaints = new();
    private readonly SmallSchool _school;

    public CheckpointKeeperTests() => _school = new SmallSchool(services => services.AddSingleton<ILogger<CheckpointKeeper>>(_complaints));

    private CheckpointKeeper Keeper => _school.Get<CheckpointKeeper>();

    private string Log => Path.Combine(_school.Folder, "checkpoints.log");

    [Fact]
    public async Task A_school_that_opens_signs_the_end_of_its_log_before_anything_is_asked_of_it()
    {
        File.Delete(Log);

        await Keeper.StartAsync(default);

        Assert.Equal(Backup.Head(_school.File).Seq, Assert.Single(_school.Get<Checkpoints>().Read())!.Seq);
        await Keeper.StopAsync(default);
    }

    [Fact]
    public async Task An_hour_in_which_the_disk_is_full_does_not_close_the_school()
    {
        await Keeper.StartAsync(default);
        await _school.Submit(Put("5"));
        var written = await File.ReadAllTextAsync(Log);
        File.Delete(Log);
        Directory.CreateDirectory(Log);

        _school.Clock.Advance(CheckpointKeeper.Every);

        Assert.Same(_complaints.First, await Task.WhenAny(_complaints.First, Keeper.ExecuteTask!));
        Directory.Delete(Log);
        await File.WriteAllTextAsync(Log, written);
        await Keeper.StopAsync(default);
        Assert.Equal(Backup.Head(_school.File).Seq, _school.Get<Checkpoints>().Read()[^1]!.Seq);
    }

    [Fact]
    public async Task A_disk_that_is_full_when_the_school_closes_does_not_keep_it_from_closing()
    {
        await Keeper.StartAsync(default);
        await _school.Submit(Put("5"));
        File.Delete(Log);
        Directory.CreateDirectory(Log);

        await Keeper.StopAsync(default);

        Directory.Delete(Log);
    }

    public ValueTask DisposeAsync() => _school.DisposeAsync();

    private sealed class Complaints : ILogger<CheckpointKeeper>
    {
        private readonly TaskCompletionSource _first = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task First => _first.Task;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel level, EventId id, TState state, Exception? failure, Func<TState, Exception?, string> text) =>
            _first.TrySetResult();
    }
}
