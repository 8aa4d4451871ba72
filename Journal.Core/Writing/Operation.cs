using Journal.Core.Basics;

namespace Journal.Core.Writing;

/// <summary>What a handler may use: who asks, the moment and its school day, and the lane's own view of the database.</summary>
public sealed record Operation(Actor Actor, DateTimeOffset Now, DateOnly Today, LaneData Data);
