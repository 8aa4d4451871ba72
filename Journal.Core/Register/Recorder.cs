using Journal.Core.Basics;

namespace Journal.Core.Register;

/// <summary>Who records a lesson, and when: the moment and its day by the school's clock.</summary>
public readonly record struct Recorder(PersonId Person, DateTimeOffset Now, DateOnly Today);
