using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using System.Resources;
using Journal.Core.Basics;

namespace Journal.Web.Texts;

/// <summary>The sentence of a refusal in the reader's language: the resource of its name, with its facts in the order they are declared.</summary>
public static class RefusalText
{
    private static readonly ResourceManager Texts = new("Journal.Web.Texts.Refusals", typeof(RefusalText).Assembly);
    private static readonly ConcurrentDictionary<Type, PropertyInfo[]> Facts = new();

    public static string For(Refusal refusal)
    {
        var type = refusal.GetType();
        var text =
            Texts.GetString(type.Name, CultureInfo.CurrentUICulture)
            ?? throw new InvalidOperationException($"The refusal {type.Name} has no sentence.");
        var facts = Facts.GetOrAdd(
            type,
            found => found.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
        );
        return string.Format(CultureInfo.CurrentCulture, text, [.. facts.Select(fact => fact.GetValue(refusal))]);
    }
}
