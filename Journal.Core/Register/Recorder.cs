using Journal.Core.Basics;

namespace Journal.Core.Register;

/// <summary>Who records a lesson, and when: the moment and its day by the school's clock.</summary>
/// <param name="Substitute">Who gives it instead of its teacher, whoever writes it down.</param>
public readonly record struct Recorder(PersonId Person, DateTimeOffset Now, DateOnly Today, PersonId? Substitute = null)
{
    public PersonId Giver => Substitute ?? Person;
}
