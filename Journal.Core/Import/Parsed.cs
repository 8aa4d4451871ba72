using Journal.Core.Basics;

namespace Journal.Core.Import;

/// <summary>What was made of a file, or why nothing can be made of it.</summary>
public sealed record Parsed<T>
    where T : class
{
    private Parsed(T? value, Refusal? refusal) => (Value, Refusal) = (value, refusal);

    public T? Value { get; }

    public Refusal? Refusal { get; }

    public static implicit operator Parsed<T>(T value) => new(value, null);

    public static implicit operator Parsed<T>(Refusal refusal) => new(null, refusal);
}
