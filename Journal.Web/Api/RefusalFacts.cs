using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using Journal.Core.Basics;

namespace Journal.Web.Api;

/// <summary>A refusal's name (<c>WindowClosed</c> → <c>window-closed</c>) and facts as plain JSON values.</summary>
internal static class RefusalFacts
{
    private static readonly ConcurrentDictionary<Type, (string Code, PropertyInfo[] Properties)> Known = new();

    public static string Code(Refusal refusal) => Describe(refusal).Code;

    public static IReadOnlyDictionary<string, object?>? Of(Refusal refusal)
    {
        var properties = Describe(refusal).Properties;
        return properties.Length == 0
            ? null
            : properties.ToDictionary(one => MeApi.Lower(one.Name), one => Plain(one.GetValue(refusal)), StringComparer.Ordinal);
    }

    private static (string Code, PropertyInfo[] Properties) Describe(Refusal refusal) =>
        Known.GetOrAdd(
            refusal.GetType(),
            type => (RefusalCode.Of(type), [.. type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)])
        );

    // An id is a struct of one number; everything else a refusal carries is a number, a text, a date or a name of ours.
    private static object? Plain(object? value) =>
        value switch
        {
            null or int or long or string or bool => value,
            DateOnly date => date.ToString("O", CultureInfo.InvariantCulture),
            TimeOnly time => time.ToString("HH:mm", CultureInfo.InvariantCulture),
            Guid id => id.ToString(),
            Enum name => MeApi.Lower(name.ToString()),
            _ => value.GetType().GetProperty("Value")?.GetValue(value) as int?,
        };
}
