namespace Journal.Core.Demo;

/// <summary>What a teacher adds to a mark now and then; our own texts, kind ones and useful ones.</summary>
internal static class DemoComments
{
    private static readonly string[] High =
    [
        "Отличный ответ у доски",
        "Короткий способ решения",
        "Аккуратная работа",
        "Помощь соседу по парте",
    ];
    private static readonly string[] Middle = ["Ошибка в вычислениях", "Не хватило вывода", "Хорошо, но спешит", "Повторить правило"];
    private static readonly string[] Low =
    [
        "Нет домашней работы",
        "Прийти на консультацию в четверг",
        "Можно переписать до пятницы",
        "Не выучены определения",
    ];

    public static string For(int mark, ref DemoRandom random) =>
        random.Of(
            mark == 5 ? High
            : mark == 4 ? Middle
            : Low
        );
}
