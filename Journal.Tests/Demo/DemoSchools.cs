using Journal.Core.Demo;

namespace Journal.Tests.Demo;

/// <summary>Built once: the school is a pure function of variant, year and seed.</summary>
public static class DemoSchools
{
    public static readonly DateOnly Autumn = new(2026, 11, 22);

    private static readonly Lazy<DemoSchool> BuiltSmall = new(() => DemoSchool.Build(DemoVariant.Small, Autumn));
    private static readonly Lazy<DemoSchool> BuiltLarge = new(() => DemoSchool.Build(DemoVariant.Large, Autumn));

    public static DemoSchool Small => BuiltSmall.Value;

    public static DemoSchool Large => BuiltLarge.Value;

    public static DemoSchool Of(string variant) => variant == "large" ? Large : Small;
}
