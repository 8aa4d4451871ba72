using Journal.Core.Basics;

namespace Journal.Core.People;

/// <summary>The first administrator of an empty school: the one command nobody needs a right for, and only once.</summary>
public sealed record FoundSchool(PersonCard Administrator, DateOnly From) : Command;
