using System.Text.Json.Serialization;
using Journal.Core.Basics;

namespace Journal.Core.People;

/// <summary>What is known of a person by name. It is kept beside the log, never in it.</summary>
public sealed record PersonCard(
    string Family,
    string Given,
    string? Patronymic,
    bool? Male = null,
    DateOnly? Born = null,
    string? Email = null
)
{
    /// <summary>Family name, given name and patronymic.</summary>
    [JsonIgnore]
    public string FullName => Patronymic is null ? $"{Family} {Given}" : $"{Family} {Given} {Patronymic}";

    /// <summary>Family and given name: how a student is called in a list.</summary>
    [JsonIgnore]
    public string ListName => $"{Family} {Given}";

    /// <summary>Family name and initials: how a teacher is called in a table.</summary>
    [JsonIgnore]
    public string ShortName => Family + Letter(Given) + Letter(Patronymic);

    // The initials stay with the name at the end of a line.
    private static string Letter(string? name) => name is [var first, ..] ? $"\u00A0{first}." : "";
}

/// <summary>The card is left out of the content that is hashed into the log: a name must not be guessable from it.</summary>
public sealed record AddPerson([property: JsonIgnore] PersonCard Card) : Command;

public sealed record PersonAdded(PersonId Who) : JournalEvent
{
    /// <summary>Written beside the log in the same transaction; null when the event is read back.</summary>
    [JsonIgnore]
    public PersonCard? Card { get; init; }

    protected override Concern Concerned => new(Person: Who);
}
