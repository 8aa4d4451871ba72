namespace Journal.Core.School;

/// <summary>НОО, ООО, СОО and СПО: the level at which a school's rules differ.</summary>
public enum SchoolStage
{
    Primary,
    Basic,
    Secondary,
    Vocational,
}

public static class SchoolStages
{
    // Courses of a college are not grades: whoever knows that a group is vocational says so itself.
    public static SchoolStage OfGrade(int grade) =>
        grade switch
        {
            <= 4 => SchoolStage.Primary,
            <= 9 => SchoolStage.Basic,
            _ => SchoolStage.Secondary,
        };
}
