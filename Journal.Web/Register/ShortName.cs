using Journal.Core.Basics;
using Journal.Core.Courses;

namespace Journal.Web.Register;

/// <summary>«Орлов Д. А.» and «ДО»: a colleague where there is little room.</summary>
internal static class ShortName
{
    public static string Of(Roster roster, PersonId person) =>
        roster.People.GetValueOrDefault(person) is { } card
            ? $"{card.Family} {card.Given[..1]}.{(card.Patronymic is { Length: > 0 } middle ? $" {middle[..1]}." : "")}"
            : roster.NameOf(person);

    public static string Initials(Roster roster, PersonId person) =>
        roster.People.GetValueOrDefault(person) is { } card ? card.Given[..1] + card.Family[..1] : "?";
}
