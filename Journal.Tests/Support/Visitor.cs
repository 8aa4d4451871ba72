using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace Journal.Tests.Support;

/// <summary>A person at a computer: one browser context, one page to begin with, and what its console complained of.</summary>
public sealed class Visitor : IAsyncDisposable
{
    private readonly ConcurrentQueue<string> _complaints = new();
    private readonly Action _leave;

    private Visitor(IBrowserContext context, Action leave)
    {
        (Context, _leave) = (context, leave);
        context.Console += (_, message) =>
        {
            if (message.Type == "error")
                _complaints.Enqueue(message.Text);
        };
        context.WebError += (_, error) => _complaints.Enqueue(error.Error);
    }

    public IBrowserContext Context { get; }

    public IPage Page { get; private set; } = null!;

    /// <summary>Errors of scripts, refused resources and broken content rules, on every page of this visitor.</summary>
    public IReadOnlyCollection<string> Complaints => _complaints;

    public static async Task<Visitor> Arrive(IBrowserContext context, Action leave)
    {
        var visitor = new Visitor(context, leave);
        visitor.Page = await context.NewPageAsync();
        return visitor;
    }

    public async ValueTask DisposeAsync()
    {
        await Context.DisposeAsync();
        _leave();
    }
}
