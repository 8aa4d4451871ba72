using Journal.Core.Basics;

namespace Journal.Core.Writing;

/// <summary>What a handler may use: who asks, the moment, its day and time by the school's clock, and the lane's own view of the database.</summary>
public sealed record Operation(Actor Actor, DateTimeOffset Now, DateOnly Today, TimeOnly Time, LaneData Data);
