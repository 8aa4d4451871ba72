using System.Text.Json;
using System.Text.Json.Serialization;

namespace Journal.Core.Basics;

/// <summary>A number of our own that may not be mixed up with another kind's.</summary>
public interface IId<TSelf>
    where TSelf : struct, IId<TSelf>
{
    int Value { get; }

    static abstract TSelf Of(int value);
}

/// <summary>In JSON an id is its bare number.</summary>
public sealed class IdConverter<T> : JsonConverter<T>
    where T : struct, IId<T>
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => T.Of(reader.GetInt32());

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteNumberValue(value.Value);
}
