namespace Journal.Web.Shell;

/// <summary>A page that is made to be printed: it has sheets of its own and nothing of the frame around other pages.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class OnPaperAttribute : Attribute;
