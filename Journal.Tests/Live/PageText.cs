using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using Journal.Core.Register;

namespace Journal.Tests.Live;

/// <summary>A page as lines, every field of every part, so that two pages can be compared and a difference can be read.</summary>
internal static class PageText
{
    /// <summary>All but the Seq, which says when it was read and not what it shows.</summary>
    public static string[] Of(JournalPage page) =>
        [
            .. from property in Fields(typeof(JournalPage))
            where property.Name is not nameof(JournalPage.Seq)
            from line in Lines(property.GetValue(page))
            select $"{property.Name}: {line}",
        ];

    private static IEnumerable<string> Lines(object? value) =>
        value switch
        {
            string text => [text],
            IDictionary or IEnumerable when IsUnordered(value) => ((IEnumerable)value)
                .Cast<object>()
                .Select(One)
                .Order(StringComparer.Ordinal),
            IEnumerable many => many.Cast<object>().Select(One),
            _ => [One(value)],
        };

    private static string One(object? value) =>
        value switch
        {
            null => "—",
            string or IFormattable => Convert.ToString(value, CultureInfo.InvariantCulture)!,
            bool flag => flag ? "yes" : "no",
            ITuple tuple => string.Join(", ", Enumerable.Range(0, tuple.Length).Select(i => One(tuple[i]))),
            IEnumerable => $"[{string.Join("; ", Lines(value))}]",
            _ => $"{{{string.Join(", ", Fields(value.GetType()).Select(field => $"{field.Name} {One(field.GetValue(value))}"))}}}",
        };

    private static bool IsUnordered(object value) =>
        value is IDictionary || value.GetType().Name.Contains("HashSet", StringComparison.Ordinal);

    private static IEnumerable<PropertyInfo> Fields(Type type) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.GetIndexParameters().Length == 0);
}
