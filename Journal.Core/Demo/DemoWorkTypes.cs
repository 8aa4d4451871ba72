using Journal.Core.School;

namespace Journal.Core.Demo;

/// <summary>The kinds of work of the demo school, with weights many schools use.</summary>
internal static class DemoWorkTypes
{
    public static readonly WorkType Answer = new(new(1), "ответ на уроке", "", 100);
    public static readonly WorkType Quiz = new(new(2), "самостоятельная работа", "С", 200);
    public static readonly WorkType Test = new(new(3), "тест", "Т", 200);
    public static readonly WorkType Control = new(new(4), "контрольная работа", "К", 500);
    public static readonly WorkType Practical = new(new(5), "практическая работа", "П", 200);
    public static readonly WorkType Lab = new(new(6), "лабораторная работа", "Л", 200);
    public static readonly WorkType Dictation = new(new(7), "диктант", "Д", 300);
    public static readonly WorkType Essay = new(new(8), "сочинение", "Сч", 300);
    public static readonly WorkType Credit = new(new(9), "зачёт", "З", 200);
    public static readonly WorkType Project = new(new(10), "проект", "Пр", 300);

    public static readonly IReadOnlyList<WorkType> All = [Answer, Quiz, Test, Control, Practical, Lab, Dictation, Essay, Credit, Project];

    private static readonly (string Word, WorkType Type)[] Words =
    [
        ("контрольн", Control),
        ("диктант", Dictation),
        ("сочинение", Essay),
        ("изложение", Essay),
        ("лабораторн", Lab),
        ("практическая работа", Practical),
        ("самостоятельная работа", Quiz),
        ("проверочная", Quiz),
        ("защита проект", Project),
        ("творческий проект", Project),
    ];

    /// <summary>«4/5»: content and grammar, literacy and task.</summary>
    public static bool HasTwoMarks(WorkType type) => type == Dictation || type == Essay;

    /// <summary>The work a topic speaks of; null when it is an ordinary lesson.</summary>
    public static WorkType? Of(string topic)
    {
        // Getting ready for it is not writing it.
        if (topic.Contains("подготовка к", StringComparison.OrdinalIgnoreCase))
            return null;

        return Array.Find(Words, w => topic.Contains(w.Word, StringComparison.OrdinalIgnoreCase)).Type;
    }
}
