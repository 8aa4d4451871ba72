using Journal.Core.Basics;

namespace Journal.Core.School;

/// <summary>A new order comes into force, or one that has not begun yet is written anew.</summary>
/// <param name="Expected">The stamp's version of the regulation that was on the screen; 0 if the school had none.</param>
public sealed record AdoptRegulation(RegulationVersion Version, long Expected) : Command;

/// <param name="Before">The version from the same day that it takes the place of.</param>
public sealed record RegulationAdopted(RegulationVersion? Before, RegulationVersion After) : JournalEvent;

/// <summary>Records that were judged already would be judged otherwise.</summary>
public sealed record RegulationBackdated(DateOnly From, DateOnly Today) : Refusal;

/// <summary>The version from this day is judging records already: the next one can begin tomorrow.</summary>
public sealed record RegulationInForce(DateOnly From) : Refusal;

public sealed record OrderMissing : Refusal;

public sealed record OrderTooLong(int Length, int Longest) : Refusal;

public sealed record OrderUnreadable : Refusal;

public sealed record TooManyRules(int Most) : Refusal;

/// <summary>The parts of a rule do not go together: a kind of work for the topic, hours for the result of a term.</summary>
/// <param name="Rule">Its place in the list, from 1.</param>
public sealed record RuleUnfit(int Rule) : Refusal;

public sealed record RuleLengthOutOfRange(int Rule, int Length, int Shortest, int Longest) : Refusal;

public sealed record RuleGradesOutOfRange(int Rule, int From, int To, int Highest) : Refusal;

public sealed record RuleOfUnknownWorkType(int Rule) : Refusal;

/// <summary>Two rules could decide about one record, and neither is the more particular.</summary>
public sealed record RulesCollide(int Rule, int Other) : Refusal;

/// <summary>Somebody was quicker; what holds now.</summary>
public sealed record RegulationConflict(Regulation Now, RegulationStamp Stamp) : Refusal, IConflict;
