using System.Collections;
using System.Reflection;
using Journal.Core.Courses;

namespace Journal.Tests.Live;

/// <summary>A roster as lines, so that two can be compared; all but its Seq.</summary>
internal static class RosterText
{
    public static string[] Of(Roster roster) =>
        [
            .. from property in typeof(Roster).GetProperties(BindingFlags.Public | BindingFlags.Instance)
            where property.Name is not nameof(Roster.Seq)
            from line in Lines(property.GetValue(roster))
            let text = $"{property.Name}: {line}"
            orderby text
            select text,
        ];

    private static IEnumerable<string> Lines(object? value) =>
        value is IEnumerable many and not string ? many.Cast<object>().SelectMany(Line) : [$"{value}"];

    // A group of a lookup, else the thing itself.
    private static IEnumerable<string> Line(object one) =>
        one is IEnumerable group and not string
            ? group.Cast<object>().Select(tie => $"{one.GetType().GetProperty("Key")?.GetValue(one)} {tie}")
            : [$"{one}"];
}
