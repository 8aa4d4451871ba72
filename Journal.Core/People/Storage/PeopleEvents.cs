using System.Text.Json.Serialization;
using Journal.Core.Persistence;

namespace Journal.Core.People.Storage;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true
)]
[JsonSerializable(typeof(PersonAdded))]
[JsonSerializable(typeof(RoleGranted))]
[JsonSerializable(typeof(RoleRevoked))]
[JsonSerializable(typeof(GuardianLinked))]
[JsonSerializable(typeof(GuardianUnlinked))]
internal sealed partial class PeopleJson : JsonSerializerContext;

/// <summary>The events of this folder: their names in the log and the rows that follow from them.</summary>
internal static class PeopleEvents
{
    public static EventBook AddPeople(this EventBook events) =>
        events
            .Add("person.added", PeopleJson.Default.PersonAdded, Write)
            .Add("role.granted", PeopleJson.Default.RoleGranted, Write)
            .Add("role.revoked", PeopleJson.Default.RoleRevoked, Write)
            .Add("guardian.linked", PeopleJson.Default.GuardianLinked, Write)
            .Add("guardian.unlinked", PeopleJson.Default.GuardianUnlinked, Write);

    private static void Write(PersonAdded e, Recording to)
    {
        to.Rows.Put(new PersonRow { Id = e.Who.Value });
        if (e.Card is { } card)
        {
            to.Rows.Put(
                new PersonCardRow
                {
                    Person = e.Who.Value,
                    Family = card.Family,
                    Given = card.Given,
                    Patronymic = card.Patronymic,
                    Male = card.Male,
                    Born = card.Born,
                    Email = card.Email,
                }
            );
        }
    }

    private static void Write(RoleGranted e, Recording to) =>
        to.Rows.Put(
            new RoleRow
            {
                Person = e.Who.Value,
                Role = (int)e.Role,
                From = e.From,
            }
        );

    private static void Write(RoleRevoked e, Recording to) =>
        to.Rows.Put(
            new RoleRow
            {
                Person = e.Who.Value,
                Role = (int)e.Role,
                From = e.From,
                Until = e.Until,
            }
        );

    private static void Write(GuardianLinked e, Recording to) =>
        to.Rows.Put(
            new GuardianRow
            {
                Guardian = e.Guardian.Value,
                Student = e.Student.Value,
                From = e.From,
            }
        );

    private static void Write(GuardianUnlinked e, Recording to) =>
        to.Rows.Put(
            new GuardianRow
            {
                Guardian = e.Guardian.Value,
                Student = e.Student.Value,
                From = e.From,
                Until = e.Until,
            }
        );
}
