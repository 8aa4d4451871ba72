namespace Journal.Tests.Support;

/// <summary>For what weighs or times the whole process: it runs when nothing else does.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Alone
{
    public const string Name = "Alone";
}
