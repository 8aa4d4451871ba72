using Journal.Core.Basics;
using Journal.Tests.Support;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace Journal.Tests.Health;

public sealed class OpenPagesTests(OpenPagesTests.WatchedSchool school) : IClassFixture<OpenPagesTests.WatchedSchool>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task A_page_is_counted_while_it_is_connected_and_while_its_browser_is_waited_for()
    {
        using var measured = new Measurements(school.Get<JournalMeter>());
        await using (await WatchedPage.Open(school, "technician", "school/health"))
        {
            await school.Connected.WaitAsync(Patience);
            Assert.Equal((1, 0), Pages(measured));
        }

        await school.Lost.WaitAsync(Patience);

        Assert.Equal((0, 1), Pages(measured));
    }

    private static (double?, double?) Pages(Measurements measured) =>
        (measured.Now("journal.circuits connected"), measured.Now("journal.circuits lost"));

    public sealed class WatchedSchool : ApiSchool
    {
        private readonly TaskCompletionSource _connected = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource _lost = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Connected => _connected.Task;

        public Task Lost => _lost.Task;

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.ConfigureTestServices(services => services.AddScoped<CircuitHandler>(_ => new Innermost(_connected, _lost)));
        }

        private sealed class Innermost(TaskCompletionSource connected, TaskCompletionSource lost) : CircuitHandler
        {
            public override int Order => int.MaxValue;

            public override Task OnConnectionUpAsync(Circuit circuit, CancellationToken cancellationToken)
            {
                connected.TrySetResult();
                return Task.CompletedTask;
            }

            public override Task OnConnectionDownAsync(Circuit circuit, CancellationToken cancellationToken)
            {
                lost.TrySetResult();
                return Task.CompletedTask;
            }
        }
    }
}
