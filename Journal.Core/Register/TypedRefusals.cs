using Journal.Core.Basics;

namespace Journal.Core.Register;

public sealed record ValueTooLong(int Length, int Longest) : Refusal;

public sealed record NotOnTheScale(string Typed, ScaleId Scale) : Refusal;

/// <summary>On the scale, but the school does not put it («1»).</summary>
public sealed record ValueNotInUse(string Typed, ScaleId Scale) : Refusal;

/// <summary>A value of a term's result, not of a lesson («н/а», «безотм»).</summary>
public sealed record OnlyForTerm(string Typed, ScaleId Scale) : Refusal;

public sealed record TooManyMarks(string Typed, int Most) : Refusal;

/// <summary>A part without the whole it belongs to: a second mark without a first, a due date without a due mark.</summary>
public sealed record ValueIncomplete : Refusal;

public sealed record CommentTooLong(int Length, int Longest) : Refusal;

public sealed record CommentUnreadable : Refusal;

public sealed record NotAnAttendanceCode(string Typed) : Refusal;

public sealed record MinutesOutOfRange(int Minutes, int Most) : Refusal;

/// <summary>Minutes say how late; with this code nobody is late.</summary>
public sealed record MinutesOnlyWhenLate(string Letter) : Refusal;
