using Journal.Core.Basics;

namespace Journal.Core.Register;

/// <summary>What a typed text turned out to be: a value, or the reason it is none.</summary>
public sealed record Typed<T>
    where T : class
{
    private Typed(T? value, Refusal? refusal) => (Value, Refusal) = (value, refusal);

    public T? Value { get; }

    public Refusal? Refusal { get; }

    public static implicit operator Typed<T>(T value) => new(value, null);

    public static implicit operator Typed<T>(Refusal refusal) => new(null, refusal);
}
