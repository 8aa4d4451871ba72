namespace Journal.Core.Register;

/// <summary>Names in the log that are asked for by name.</summary>
public static class RegisterKinds
{
    public const string MarkSet = "mark.set";
    public const string MarkShown = "mark.shown";
    public const string AttendanceSet = "attendance.set";
    public const string AbsenceShown = "absence.shown";
}
