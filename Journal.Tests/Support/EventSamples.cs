using System.Collections.Immutable;
using System.Reflection;
using Journal.Core.Basics;

namespace Journal.Tests.Support;

/// <summary>Every kind of event there is, made by reflection: once with everything in it, once with nothing that may be absent.</summary>
internal static class EventSamples
{
    public static readonly Type[] Types =
    [
        .. typeof(JournalEvent).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(JournalEvent)) && !type.IsAbstract),
    ];

    public static JournalEvent Full(Type type) => (JournalEvent)Make(type, new Maker(Sparse: false));

    public static JournalEvent Sparse(Type type) => (JournalEvent)Make(type, new Maker(Sparse: true));

    private static object Make(Type type, Maker maker)
    {
        if (maker.Plain(type) is { } plain)
            return plain;
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>))
            return Many(type.GetGenericArguments()[0], maker);

        var constructor = type.GetConstructors().MaxBy(one => one.GetParameters().Length)!;
        return constructor.Invoke([.. constructor.GetParameters().Select(parameter => Value(parameter, maker))]);
    }

    private static object? Value(ParameterInfo parameter, Maker maker)
    {
        var inner = Nullable.GetUnderlyingType(parameter.ParameterType);
        var mayBeAbsent = inner is not null || new NullabilityInfoContext().Create(parameter).WriteState == NullabilityState.Nullable;
        return mayBeAbsent && maker.Sparse ? null : Make(inner ?? parameter.ParameterType, maker);
    }

    private static object Many(Type element, Maker maker)
    {
        var array = Array.CreateInstance(element, 2);
        array.SetValue(Make(element, maker), 0);
        array.SetValue(Make(element, maker), 1);
        return typeof(ImmutableCollectionsMarshalOf<>).MakeGenericType(element).GetMethod("Of")!.Invoke(null, [array])!;
    }

    private static class ImmutableCollectionsMarshalOf<T>
    {
        public static ImmutableArray<T> Of(T[] items) => [.. items];
    }

    private sealed record Maker(bool Sparse)
    {
        private int _number = 6;

        public object? Plain(Type type)
        {
            _number++;
            if (type == typeof(string))
                return $"«{_number}» <\"'\\> \n ё 🙂";
            if (type == typeof(DateOnly))
                return new DateOnly(2026, 9, 1).AddDays(_number);
            if (type == typeof(TimeOnly))
                return new TimeOnly(8, 30).AddMinutes(_number);
            if (type == typeof(DateTimeOffset))
                return new DateTimeOffset(2026, 11, 20, 7, 0, 0, TimeSpan.Zero).AddMinutes(_number);
            if (type == typeof(Guid))
                return new Guid(_number, 0, 0, new byte[8]);
            if (type == typeof(bool))
                return !Sparse;
            if (type.IsEnum)
                return Enum.GetValues(type).GetValue(_number % Enum.GetValues(type).Length);
            return type.IsPrimitive ? Convert.ChangeType(_number, type) : null;
        }
    }
}
