// The renderer is Blazor's own; its tree is not meant for us, and here it is only handed on.
#pragma warning disable BL0006
using System.Reflection;
using System.Runtime.ExceptionServices;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.RenderTree;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Journal.Tests.Wire;

/// <summary>A drawing as a browser is sent it, and what Blazor says is in it.</summary>
internal sealed record Drawing(byte[] Bytes, IReadOnlyList<int> Components, IReadOnlyList<int> EditKinds, IReadOnlyList<int> Disposed);

/// <summary>
/// The drawings of a component that is shown one state after the other, by Blazor's own renderer and with its own writer: what we read of them can not
/// be right by our understanding alone. The writer is not public, so it is asked by its name.
/// </summary>
internal sealed class Drawings<TComponent> : Renderer
    where TComponent : IComponent
{
    private static readonly Type Writer = typeof(CircuitOptions).Assembly.GetType(
        "Microsoft.AspNetCore.Components.Server.Circuits.RenderBatchWriter",
        throwOnError: true
    )!;

    private static readonly ServiceProvider Services = new ServiceCollection().BuildServiceProvider();

    private readonly List<Drawing> _drawn = [];
    private readonly int _root;

    public Drawings()
        : base(Services, NullLoggerFactory.Instance) => _root = AssignRootComponentId(InstantiateComponent(typeof(TComponent)));

    public override Dispatcher Dispatcher { get; } = Dispatcher.CreateDefault();

    /// <summary>What is sent until all of it is shown.</summary>
    public async Task<IReadOnlyList<Drawing>> Show(object state)
    {
        _drawn.Clear();
        await Dispatcher.InvokeAsync(() => RenderRootComponentAsync(_root, With(state)));
        return [.. _drawn];
    }

    /// <summary>What is sent when something happens in a component.</summary>
    public async Task<IReadOnlyList<Drawing>> After(Action happened)
    {
        _drawn.Clear();
        await Dispatcher.InvokeAsync(happened);
        return [.. _drawn];
    }

    /// <summary>The same state as plain HTML.</summary>
    public static async Task<string> Html(object state)
    {
        await using var renderer = new HtmlRenderer(Services, NullLoggerFactory.Instance);
        return await renderer.Dispatcher.InvokeAsync(async () =>
            (await renderer.RenderComponentAsync<TComponent>(With(state))).ToHtmlString()
        );
    }

    protected override void HandleException(Exception exception) => ExceptionDispatchInfo.Throw(exception);

    protected override Task UpdateDisplayAsync(in RenderBatch renderBatch)
    {
        var updated = renderBatch.UpdatedComponents.Array.Take(renderBatch.UpdatedComponents.Count).ToList();
        _drawn.Add(
            new(
                Written(renderBatch),
                [.. updated.Select(one => one.ComponentId)],
                [.. updated.SelectMany(one => one.Edits.Select(edit => (int)edit.Type))],
                [.. renderBatch.DisposedComponentIDs.Array.Take(renderBatch.DisposedComponentIDs.Count)]
            )
        );
        return Task.CompletedTask;
    }

    private static ParameterView With(object state) => ParameterView.FromDictionary(new Dictionary<string, object?> { ["State"] = state });

    private static byte[] Written(RenderBatch batch)
    {
        using var stream = new MemoryStream();
        using (var writer = (IDisposable)Activator.CreateInstance(Writer, stream, true)!)
        {
            var write = Writer.GetMethod("Write", BindingFlags.Instance | BindingFlags.Public, [typeof(RenderBatch).MakeByRefType()])!;
            write.Invoke(writer, [batch]);
        }

        return stream.ToArray();
    }
}
