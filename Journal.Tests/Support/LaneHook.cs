using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Journal.Core.Access;
using Journal.Core.Basics;
using Journal.Core.Writing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Journal.Tests.Support;

/// <summary>A command of the tests only: its handler throws.</summary>
public sealed record Breakdown(string Why) : Command;

/// <summary>A command of the tests only: nobody has said who may give it.</summary>
public sealed record Unplaced(string Wish) : Command;

public sealed record SomethingHappened : JournalEvent;

/// <summary>Looks into the lane, or breaks it, at chosen moments; stands before the door and after the other followers.</summary>
internal sealed class LaneHook : IFollower, IGuard, IHandler<Breakdown>, IHandler<Unplaced>
{
    private IGuard? _door;

    /// <summary>On the lane, before a command is decided.</summary>
    public Action<Command, Operation> Deciding { get; set; } = (_, _) => { };

    /// <summary>On the lane, when a change is decided and not yet committed.</summary>
    public Action<Committed> Folding { get; set; } = _ => { };

    /// <summary>On the lane, when the commit has returned.</summary>
    public Action Accepting { get; set; } = () => { };

    public int Discarded { get; private set; }

    /// <summary>Before the other followers instead of after them.</summary>
    public void IntoFirst(IServiceCollection services)
    {
        Into(services);
        services.Remove(services.Last(service => service.ServiceType == typeof(IFollower)));
        services.Insert(0, ServiceDescriptor.Singleton<IFollower>(this));
    }

    public void Into(IServiceCollection services)
    {
        var book = services.Last(service => service.ServiceType == typeof(CommandBook)).ImplementationFactory!;
        services
            .RemoveAll<IGuard>()
            .AddSingleton<Door>()
            .AddSingleton<IGuard>(all => Before(all.GetRequiredService<Door>()))
            .AddSingleton<IFollower>(this)
            .AddSingleton(all => ((CommandBook)book(all)).Add(Json<Breakdown>(), this).Add(Json<Unplaced>(), this));
    }

    public Refusal? Check(Command command, Operation operation)
    {
        Deciding(command, operation);
        return command is Breakdown ? null : _door!.Check(command, operation);
    }

    public Decision Decide(Breakdown command, Operation operation) => throw new NotSupportedException(command.Why);

    public Decision Decide(Unplaced command, Operation operation) => new SomethingHappened();

    public void Fold(Committed change) => Folding(change);

    public object Mark() => this;

    public void Rewind(object mark) { }

    public void Accept() => Accepting();

    public void Discard() => Discarded++;

    private LaneHook Before(IGuard door)
    {
        _door = door;
        return this;
    }

    private static JsonTypeInfo<T> Json<T>() => (JsonTypeInfo<T>)JsonSerializerOptions.Default.GetTypeInfo(typeof(T));
}
