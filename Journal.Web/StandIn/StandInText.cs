using Journal.Core.Basics;
using Journal.Core.Courses;
using Journal.Web.Register;
using Journal.Web.Texts;

namespace Journal.Web.StandIn;

/// <summary>Who gives a lesson instead of its teacher, in words.</summary>
internal static class StandInText
{
    /// <summary>As the one who looks should read it: the own substitution, or a colleague's.</summary>
    public static string Of(Substitution what, PersonId reader, Roster roster)
    {
        if (what.Teacher != reader)
            return Phrase.With(
                what.Kind is SubstitutionKind.Covered ? Words.StandInCoversOther : Words.StandInOther,
                ShortName.Of(roster, what.Teacher)
            );

        var kind = Kind(what.Kind);
        return what.Confirmed ? kind : Phrase.With(Words.StandInWaits, kind);
    }

    public static string Kind(SubstitutionKind kind) =>
        kind switch
        {
            SubstitutionKind.Covered => Words.StandInCovered,
            SubstitutionKind.Merged => Words.StandInMerged,
            _ => Words.StandInTaught,
        };

    public static string Cause(TeacherAbsenceCause cause) =>
        cause switch
        {
            TeacherAbsenceCause.Ill => Words.AwayIll,
            TeacherAbsenceCause.Trip => Words.AwayTrip,
            TeacherAbsenceCause.Training => Words.AwayTraining,
            TeacherAbsenceCause.Leave => Words.AwayLeave,
            _ => Words.AwayOther,
        };

    /// <summary>«По расписанию понедельника, неделя А, Короткий день».</summary>
    public static string Says(Core.School.DayOrder order, Roster roster)
    {
        if (order.Pattern is not { } pattern)
            return Mode(order.Mode);

        var weekday = System.Globalization.CultureInfo.CurrentCulture.DateTimeFormat.GetDayName(pattern.Weekday);
        string?[] parts =
        [
            Phrase.With(Words.OrderRunsAsDay, weekday),
            pattern.Week is Core.School.WeekKind.Every ? null : Week(pattern.Week),
            pattern.Bells is { } bells ? roster.BellSchedules.GetValueOrDefault(bells) : null,
        ];
        return string.Join(", ", parts.OfType<string>());
    }

    public static string Week(Core.School.WeekKind week) =>
        week switch
        {
            Core.School.WeekKind.A => Words.OrderWeekA,
            Core.School.WeekKind.B => Words.OrderWeekB,
            _ => Words.OrderWeekOwn,
        };

    public static string Mode(Core.School.DayMode mode) =>
        mode switch
        {
            Core.School.DayMode.NoLessons => Words.OrderNoLessons,
            Core.School.DayMode.Distance => Words.OrderDistance,
            Core.School.DayMode.RunsAs => Words.OrderRunsAs,
            _ => Words.OrderParentsDecide,
        };
}
