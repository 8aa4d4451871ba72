using System.Collections.Immutable;
using System.Globalization;
using Journal.Core.Courses;
using Journal.Core.Register;

namespace Journal.Web.Register;

/// <summary>A student with the names the list shows; namesakes are told apart by patronymic (hard day 25).</summary>
public sealed record NamedStudent(PageStudent Student, string Family, string Given)
{
    public string Name => $"{Family} {Given}";
}

/// <summary>Students in the order of the paper journal, by name.</summary>
public static class PageOrder
{
    private static readonly StringComparer Names = StringComparer.Create(CultureInfo.GetCultureInfo("ru-RU"), ignoreCase: true);

    public static ImmutableArray<NamedStudent> Students(JournalPage page, Roster roster)
    {
        var cards = page.Students.Values.Select(student => (Student: student, Card: roster.People.GetValueOrDefault(student.Id.Person)));
        var named = cards
            .Select(one => new NamedStudent(one.Student, one.Card?.Family ?? roster.NameOf(one.Student.Id.Person), one.Card?.Given ?? ""))
            .ToArray();
        var namesakes = named
            .GroupBy(one => one.Name, Names)
            .Where(all => all.Count() > 1)
            .SelectMany(all => all.Select(one => one.Student.Id))
            .ToHashSet();
        return
        [
            .. named
                .Select(one => namesakes.Contains(one.Student.Id) ? InFull(one, roster) : one)
                .OrderBy(one => one.Name, Names)
                .ThenBy(one => one.Student.Id.Value),
        ];
    }

    private static NamedStudent InFull(NamedStudent one, Roster roster) =>
        roster.People.GetValueOrDefault(one.Student.Id.Person)?.Patronymic is { } patronymic
            ? one with
            {
                Given = $"{one.Given} {patronymic}",
            }
            : one;
}
