using Journal.Core.Basics;

namespace Journal.Core.Writing;

/// <summary>Loads what the command is about and decides. It neither saves nor publishes; the writer does.</summary>
public interface IHandler<in TCommand>
    where TCommand : Command
{
    Decision Decide(TCommand command, Operation operation);
}

/// <summary>The door: who may ask for this at all.</summary>
public interface IGuard
{
    Refusal? Check(Command command, Operation operation);
}

/// <summary>Something kept in memory that follows the log inside the lane and is seen outside only after the commit.</summary>
public interface IFollower
{
    /// <summary>Takes in a change that is decided but not yet committed.</summary>
    void Fold(Committed change);

    /// <summary>The state so far, for going back when an all-or-nothing batch is refused.</summary>
    object Mark();

    void Rewind(object mark);

    /// <summary>The batch is committed: what was folded may be seen.</summary>
    void Accept();

    /// <summary>The batch failed: what was folded never happened.</summary>
    void Discard();
}
