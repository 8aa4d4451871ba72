namespace Journal.Core.Demo;

/// <summary>What a teacher adds to a mark now and then; our own texts, kind ones and useful ones, true of any subject.</summary>
internal static class DemoComments
{
    private static readonly string[] High = ["Отличный ответ", "Самостоятельно и без ошибок", "Аккуратная работа", "Помощь товарищу"];
    private static readonly string[] Middle = ["Есть неточности", "Не хватило вывода", "Хорошо, но спешит", "Хорошо, но с подсказкой"];
    private static readonly string[] Low =
    [
        "Нет домашней работы",
        "Прийти на консультацию в четверг",
        "Можно пересдать до пятницы",
        "Тема не выучена",
    ];

    public static string For(int mark, ref DemoRandom random) =>
        random.Of(
            mark == 5 ? High
            : mark == 4 ? Middle
            : Low
        );
}
