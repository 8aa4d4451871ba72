using System.Collections.Immutable;
using Journal.Core.Basics;

namespace Journal.Core.School;

/// <summary>What may be adopted.</summary>
public sealed partial record Regulation
{
    public const int LongestOrder = 100;
    public const int MostRules = 40;

    /// <summary>A week.</summary>
    public const int MostMinutes = 7 * 24 * 60;

    /// <summary>A term: what may take longer needs no deadline.</summary>
    public const int MostDays = 90;

    /// <param name="stamp">That of this regulation.</param>
    /// <param name="types">The kinds of work the school has.</param>
    public Decision Decide(AdoptRegulation command, RegulationStamp stamp, IReadOnlyCollection<WorkTypeId> types, DateOnly today)
    {
        var after = command.Version with { Order = command.Version.Order.Trim() };
        if ((WrongOrder(after.Order) ?? WrongRules(after.Rules, types)) is { } wrong)
            return wrong;
        var before = Versions.FirstOrDefault(version => version.From == after.From);
        if (after == before)
            return Decision.Already(stamp.Version);
        if (command.Expected != stamp.Version)
            return new RegulationConflict(this, stamp);
        if (WrongStart(after.From, today) is { } late)
            return late;

        return new RegulationAdopted(before, after);
    }

    // The very first version may reach back: before it nothing was judged at all.
    private Refusal? WrongStart(DateOnly from, DateOnly today)
    {
        if (Versions.IsEmpty || from > today)
            return null;
        if (from < today)
            return new RegulationBackdated(from, today);

        return Versions.Any(version => version.From == today) ? new RegulationInForce(from) : null;
    }

    private static Refusal? WrongOrder(string order)
    {
        if (order.Length == 0)
            return new OrderMissing();
        if (order.Length > LongestOrder)
            return new OrderTooLong(order.Length, LongestOrder);

        return SchoolSettings.IsReadableLine(order) ? null : new OrderUnreadable();
    }

    private static Refusal? WrongRules(ImmutableArray<DeadlineRule> rules, IReadOnlyCollection<WorkTypeId> types)
    {
        if (rules.Length > MostRules)
            return new TooManyRules(MostRules);

        for (var place = 0; place < rules.Length; place++)
        {
            if ((Wrong(rules[place], place + 1, types) ?? Collides(rules, place)) is { } wrong)
                return wrong;
        }

        return null;
    }

    private static Refusal? Wrong(DeadlineRule rule, int number, IReadOnlyCollection<WorkTypeId> types)
    {
        if (!IsCountable(rule) || !IsAboutWork(rule))
            return new RuleUnfit(number);
        if (rule.WorkType is { } type && !types.Contains(type))
            return new RuleOfUnknownWorkType(number);
        if (rule.Grades is { } grades && (grades.From < 0 || grades.From > grades.To || grades.To > GradeSpan.Highest))
            return new RuleGradesOutOfRange(number, grades.From, grades.To, GradeSpan.Highest);

        var (shortest, longest) = LengthsOf(rule.Unit);
        return rule.Length < shortest || rule.Length > longest ? new RuleLengthOutOfRange(number, rule.Length, shortest, longest) : null;
    }

    // One way to say a thing: days are counted from days, hours from a bell.
    private static bool IsCountable(DeadlineRule rule) =>
        (rule.Kind, rule.Unit, rule.From) switch
        {
            (RecordKind.TermResult, not DeadlineUnit.Minutes, CountedFrom.TermEnd) => true,
            (RecordKind.MakeUp, _, CountedFrom.Return) => true,
            (RecordKind.TermResult or RecordKind.MakeUp, _, _) => false,
            (_, DeadlineUnit.Minutes, CountedFrom.LessonEnd or CountedFrom.LastLesson) => true,
            (_, not DeadlineUnit.Minutes, CountedFrom.LessonDate) => true,
            _ => false,
        }
        && Enum.IsDefined(rule.Kind)
        && Enum.IsDefined(rule.Unit);

    private static bool IsAboutWork(DeadlineRule rule) =>
        rule.Kind switch
        {
            RecordKind.Mark => rule.Form is not { } form || Enum.IsDefined(form),
            RecordKind.MakeUp => !rule.Everybody && (rule.Form is not { } form || Enum.IsDefined(form)),
            _ => rule is { WorkType: null, Form: null, Everybody: false },
        };

    private static RulesCollide? Collides(ImmutableArray<DeadlineRule> rules, int place)
    {
        for (var other = 0; other < place; other++)
        {
            if (rules[other].CollidesWith(rules[place]))
                return new RulesCollide(other + 1, place + 1);
        }

        return null;
    }

    // No minutes at all is "by the bell"; no days at all has a unit of its own.
    private static (int Shortest, int Longest) LengthsOf(DeadlineUnit unit) =>
        unit switch
        {
            DeadlineUnit.EndOfDay => (0, 0),
            DeadlineUnit.Minutes => (0, MostMinutes),
            _ => (1, MostDays),
        };
}
