using System.Text;
using Journal.Core.Import;
using Journal.Core.Lessons;

namespace Journal.Tests.Import;

/// <summary>What the dry run makes of a teacher's table.</summary>
public sealed class PlanImportTests
{
    private static readonly Encoding Windows = CodePagesEncodingProvider.Instance.GetEncoding(1251)!;

    public static TheoryData<string, byte[]> SameTable =>
        new()
        {
            { "semicolons", Sample.Text("№;Тема урока;Часов\n1;Дроби, доли;2\n2;Корни;1\n") },
            { "commas and quotes", Sample.Text("№,Тема урока,Часов\n1,\"Дроби, доли\",2\n2,Корни,1\n") },
            { "tabs", Sample.Text("№\tТема урока\tЧасов\r\n1\tДроби, доли\t2\r\n2\tКорни\t1\r\n") },
            { "a byte order mark", [.. Encoding.UTF8.Preamble, .. Sample.Text("№;Тема;Часы\n1;Дроби, доли;2\n2;Корни;1")] },
            { "windows-1251", Sample.Text("№;Тема;Кол-во часов\n1;Дроби, доли;2\n2;Корни;1", Windows) },
            {
                "Unicode text of Excel",
                [.. Encoding.Unicode.Preamble, .. Sample.Text("№\tТема\tЧас\n1\tДроби, доли\t2\n2\tКорни\t1", Encoding.Unicode)]
            },
            { "a line break in quotes", Sample.Text("№;\"Тема\nурока\";Часов\n1;\"Дроби,\nдоли\";2\n2;Корни;1\n") },
            { "English headings", Sample.Text("No,Lesson topic,Hours\n1,\"Дроби, доли\",2\n2,Корни,1\n") },
            { "other order, no numbers", Sample.Text("Часы;Тема\n2;Дроби, доли\n1;Корни") },
            {
                "a workbook",
                Sample.Workbook([
                    ["№ п/п", "Тема урока", "Кол-во часов"],
                    [1, "Дроби, доли", 2],
                    [2, "Корни", 1],
                ])
            },
            {
                "numbers as text",
                Sample.Workbook([
                    ["№", "Тема", "Часы"],
                    ["1.", "Дроби,\nдоли", "2 ч."],
                    ["2)", " Корни ", "1,0"],
                ])
            },
            {
                "a title and a school above",
                Sample.Workbook([
                    ["Тематическое планирование"],
                    ["МБОУ «Школа № 1»"],
                    [],
                    [null, "№", "Тема", "Часов"],
                    [null, 1, "Дроби, доли", 2],
                    [],
                    [null, 2, "Корни", 1],
                ])
            },
            {
                "hours by the numbers",
                Sample.Workbook([
                    ["№ урока", "Тема урока"],
                    ["1-2", "Дроби, доли"],
                    ["3", "Корни"],
                ])
            },
        };

    [Theory]
    [MemberData(nameof(SameTable))]
    public void A_table_is_read_however_it_was_saved(string how, byte[] file)
    {
        var part = Sample.Part(file);

        Assert.True(part.Topics().SequenceEqual([new("Дроби, доли", 2), new("Корни", 1)]), $"{how}: {string.Join(" | ", part.Rows)}");
        Assert.Empty(part.Findings);
        Assert.Equal((3, ""), (part.Hours, part.Name));
    }

    [Fact]
    public void The_table_of_the_official_constructor_is_read_with_its_two_rows_of_headings()
    {
        var part = Sample.Part(
            Sample.Workbook([
                ["№ п/п", "Наименование разделов и тем программы", "Количество часов", null, null, "Дата изучения", "Электронные ресурсы"],
                [null, null, "Всего", "Контрольные работы", "Практические работы"],
                [1, 2, 3, 4, 5, 6, 7],
                ["Раздел 1. Числа"],
                ["1.1", "Дроби", 12, null, 1, null, "https://resh.example"],
                ["1.2", "Контрольная по дробям", 1, 1],
                ["Итого по разделу", null, 13],
                ["Раздел 2. Корни"],
                ["2.1", "Корни", 4],
                ["Итого по разделу", null, 5],
                ["ОБЩЕЕ КОЛИЧЕСТВО ЧАСОВ ПО ПРОГРАММЕ", null, 18, 1, 1],
            ])
        );

        Assert.Equal(
            [
                new PlanTopic("Дроби", 12, "Раздел 1. Числа", null, "Практическая работа"),
                new("Контрольная по дробям", 1, "Раздел 1. Числа", null, "Контрольная работа"),
                new("Корни", 4, "Раздел 2. Корни"),
            ],
            part.Topics().AsEnumerable()
        );
        Assert.Equal(
            [new(10, PlanFindingKind.TotalDiffers, 4, 5), new PlanFinding(11, PlanFindingKind.TotalDiffers, 17, 18)],
            part.Findings.AsEnumerable()
        );
        Assert.Equal(18, part.Declared);
    }

    [Fact]
    public void A_section_may_stand_above_in_a_column_of_its_own_or_at_every_topic()
    {
        var once = Sample.Part(Sample.Text("Раздел;Тема;Часов\nЧисла;Дроби;1\n;Корни;1\nФигуры;Круг;1"));
        var always = Sample.Part(Sample.Text("Раздел;Тема;Часов\nЧисла;Дроби;1\nЧисла;Корни;1\n;Резерв;1"));
        var above = Sample.Part(Sample.Text("№;Тема;Часов\n;Числа;\n1;Дроби;1\n2;Корни;1"));

        var both = Sample.Part(Sample.Text("Тема;Тема урока;Часов\nЧисла;Дроби;1\n;Корни;1"));

        Assert.Equal([("Дроби", "Числа"), ("Корни", "Числа")], both.Topics().Select(topic => (topic.Topic, topic.Section!)));
        Assert.Equal(["Числа", "Числа", "Фигуры"], once.Topics().Select(topic => topic.Section));
        Assert.Equal(["Числа", "Числа", null], always.Topics().Select(topic => topic.Section));
        Assert.Equal(["Числа", "Числа"], above.Topics().Select(topic => topic.Section));
    }

    [Fact]
    public void Homework_and_kind_of_work_come_along_and_other_columns_are_named()
    {
        var run = Sample.Run(
            Sample.Text("№;Тема;Часов;Дата;Домашнее задание;Вид контроля;УУД\n1;Дроби;1;01.09;\"§ 1\n№ 5\";Контрольная работа;…\n")
        );

        Assert.Equal([new PlanTopic("Дроби", 1, null, "§ 1\n№ 5", "Контрольная работа")], Assert.Single(run.Parts).Topics().AsEnumerable());
        Assert.Equal(["Дата", "УУД"], run.IgnoredColumns.AsEnumerable());
    }

    [Fact]
    public void What_is_wrong_in_a_row_is_told_by_its_number_and_keeps_only_that_row_out()
    {
        var part = Sample.Part(
            Sample.Text(
                $"№;Тема;Часов\n1;Дроби;1\n2;;1\n3;{new string('я', 501)};1\n4;Корни;много\n5;Степени;0\n\n6;Круг;\n9;Шар;1\nИтого;;9"
            )
        );

        Assert.Equal(
            [
                new(3, PlanFindingKind.TopicMissing),
                new(4, PlanFindingKind.TopicTooLong, 501, 500),
                new(5, PlanFindingKind.HoursNotANumber),
                new(6, PlanFindingKind.HoursOutOfRange, 0, 99),
                new(8, PlanFindingKind.HoursMissing),
                new(9, PlanFindingKind.NumberingGap, 9, 7),
                new PlanFinding(10, PlanFindingKind.TotalDiffers, 4, 9),
            ],
            part.Findings.Where(finding => finding.Row > 0)
        );
        Assert.Equal(["Дроби", "Круг", "Шар"], part.Topics().Select(topic => topic.Topic));
        Assert.True(part.HasErrors);
        Assert.Equal([2, 4, 5, 6, 8, 9], part.Rows.Select(row => row.Row));
    }

    [Fact]
    public void Only_the_accepted_rows_become_the_plan()
    {
        var part = Sample.Part(Sample.Text("Тема;Часов\nДроби;1\nКорни;ой\nКруг;1"));

        Assert.Equal(["Круг"], part.Topics(new HashSet<int> { 3, 4 }).Select(topic => topic.Topic));
        Assert.Empty(part.Topics(new HashSet<int>()));
    }

    [Fact]
    public void A_total_that_slipped_into_the_last_topic_is_a_warning_and_the_words_stay()
    {
        var part = Sample.Part(
            Sample.Text("№;Тема;Часов\n1;Дроби;1\n2;Круг ОБЩЕЕ КОЛИЧЕСТВО УРОКОВ ПО ПРОГРАММЕ: 3, из них контрольных 1;1")
        );

        Assert.Equal([PlanFindingKind.TotalInTopic, PlanFindingKind.TotalDiffers], part.Findings.Select(finding => finding.Kind));
        Assert.EndsWith("из них контрольных 1", part.Topics()[1].Topic);
        Assert.False(part.HasErrors);
    }

    [Fact]
    public void A_topic_that_begins_like_a_total_or_a_section_is_still_a_topic() =>
        Assert.Equal(
            ["Итоговая работа", "Всего понемногу", "Раздел имущества в семье"],
            Sample
                .Part(Sample.Text("№;Тема;Часов\n1;Итоговая работа;1\n2;Всего понемногу;1\n3;Раздел имущества в семье;1"))
                .Topics()
                .Select(topic => topic.Topic)
        );

    [Fact]
    public void A_bare_list_under_its_heading_is_a_plan() =>
        Assert.Equal(
            [new("Дроби", 1), new PlanTopic("Корни", 1)],
            Sample.Part(Sample.Text("Тема\nДроби\nКорни\n")).Topics().AsEnumerable()
        );

    [Fact]
    public void Several_plans_in_one_file_are_parts_to_choose_from()
    {
        var run = Sample.Run(
            Sample.Text("Предмет;Класс;№;Тема;Часов\nАлгебра;7;1;Дроби;1\nАлгебра;7;2;Корни;1\nАлгебра;8;1;Степени;1\n;;2;Круг;1\n")
        );

        Assert.Equal([("Алгебра, 7", 2), ("Алгебра, 8", 2)], run.Parts.Select(part => (part.Name, part.Rows.Length)));
        Assert.All(run.Parts, part => Assert.Empty(part.Findings));
    }

    [Fact]
    public void Every_sheet_with_topics_is_a_part_by_its_name_and_the_others_are_passed_over()
    {
        var run = Sample.Run(
            Sample.Workbook(book =>
            {
                Sample.Fill(book.AddWorksheet("Титул"), ["Рабочая программа"]);
                Sample.Fill(book.AddWorksheet("7 класс"), ["№", "Тема"], [1, "Дроби"]);
                Sample.Fill(book.AddWorksheet("8 класс"), ["№", "Тема"], [1, "Корни"]);
                book.AddWorksheet("Черновик").Hide();
            })
        );

        Assert.Equal(["7 класс", "8 класс"], run.Parts.Select(part => part.Name));
    }

    [Fact]
    public void More_topics_than_a_plan_may_have_are_said()
    {
        var rows = string.Concat(Enumerable.Range(1, 401).Select(number => $"{number};Тема {number}\n"));

        Assert.Equal(
            [new PlanFinding(0, PlanFindingKind.TooManyTopics, 401, 400)],
            Sample.Part(Sample.Text($"№;Тема\n{rows}")).Findings.AsEnumerable()
        );
    }

    [Fact]
    public void How_the_file_was_understood_is_said()
    {
        var run = PlanImport.Read(Sample.Text("№;Тема;Часов;Кабинет\n1;Дроби;2;12\n", Windows)).Value!;
        var workbook = PlanImport
            .Read(
                Sample.Workbook([
                    ["Тема", "Часов"],
                    ["Дроби", 2],
                ])
            )
            .Value!;

        Assert.Equal(new TextForm("windows-1251", ';'), run.Form);
        Assert.Equal([new(PlanField.Number, "№"), new(PlanField.Topic, "Тема"), new(PlanField.Hours, "Часов")], run.Columns.AsEnumerable());
        Assert.Equal(["Кабинет"], run.IgnoredColumns.AsEnumerable());
        Assert.Null(workbook.Form);
    }
}
