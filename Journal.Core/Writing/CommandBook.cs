using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Journal.Core.Basics;

namespace Journal.Core.Writing;

/// <summary>Every kind of command: its content as bytes, and who decides it.</summary>
public sealed class CommandBook
{
    private readonly Dictionary<Type, Entry> _entries = [];

    public IEnumerable<Type> Types => _entries.Keys;

    public CommandBook Add<TCommand>(JsonTypeInfo<TCommand> json, IHandler<TCommand> handler)
        where TCommand : Command
    {
        var name = Encoding.UTF8.GetBytes(typeof(TCommand).Name);
        _entries.Add(
            typeof(TCommand),
            new Entry(
                command => SHA256.HashData([.. name, .. JsonSerializer.SerializeToUtf8Bytes((TCommand)command, json)]),
                (command, operation) => handler.Decide((TCommand)command, operation)
            )
        );
        return this;
    }

    /// <summary>SHA-256 of what the command asks for, without its id.</summary>
    public byte[] ContentHash(Command command) => _entries[command.GetType()].ContentHash(command);

    public Decision Decide(Command command, Operation operation) => _entries[command.GetType()].Decide(command, operation);

    private sealed record Entry(Func<Command, byte[]> ContentHash, Func<Command, Operation, Decision> Decide);
}
