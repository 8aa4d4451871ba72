using System.Text.Json.Serialization;
using Journal.Core.Basics;

namespace Journal.Core.People;

/// <summary>The first administrator of an empty school: the one command nobody needs a right for, and only once.</summary>
public sealed record FoundSchool([property: JsonIgnore] PersonCard Administrator, DateOnly From) : Command;
