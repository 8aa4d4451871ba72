using System.Globalization;
using Journal.Core.Basics;
using Journal.Web.Texts;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace Journal.Web.Register;

/// <summary>What an average is made of: every mark with its weight, the sum in figures, and what the next mark would make of it.</summary>
public sealed partial class SumCard
{
    private ElementReference _element;
    private RowSum _sum = new([], null, 0);

    [Parameter, EditorRequired]
    public required GridView View { get; set; }

    [Parameter, EditorRequired]
    public StudentId Student { get; set; }

    [Parameter]
    public EventCallback Close { get; set; }

    internal ElementReference Element => _element;

    private string Name => View.Rows.FirstOrDefault(row => row.Student == Student) is { } row ? $"{row.Family} {row.Given}" : "";

    private string Expression
    {
        get
        {
            if (_sum.Average is not { } average)
                return Words.SumNothing;

            var counted = _sum.Marks.SelectMany(mark => Numbers(mark).Select(number => (number, mark.Weight))).ToArray();
            var sum = string.Join(" + ", counted.Select(one => $"{Decimal(one.number)}·{Weight(one.Weight)}"));
            return $"({sum}) / {Weight(counted.Sum(one => one.Weight))} = {CellText.Average(average)}";
        }
    }

    private IEnumerable<(string Text, string Average)> WhatIf =>
        from value in View.Page.Rules.Scale.Values
        where value is { ForLessons: true, Hundredths: not null }
        let average = _sum.With(value.Code, 100, View.Page)
        where average is not null
        select (value.Text, CellText.Average(average.Value));

    protected override void OnParametersSet()
    {
        if (View.Page.Students.ContainsKey(Student))
            _sum = RowSum.Of(View.Page, Student);
    }

    private Task Key(KeyboardEventArgs e) => e.Key == "Escape" ? Close.InvokeAsync() : Task.CompletedTask;

    private IEnumerable<int> Numbers(Summand mark) =>
        new[] { mark.Value.First, mark.Value.Second }
            .OfType<short>()
            .Select(code => View.Page.Rules.Scale.WithCode(code)?.Hundredths)
            .OfType<int>();

    private string Kind(Summand mark)
    {
        var kind = View.Roster.WorkTypes.GetValueOrDefault(mark.Type)?.Name ?? "";
        var named = mark.Title is null ? kind : $"{kind}: {mark.Title}";
        return mark.From is { } from
            ? Phrase.With(Words.SumCarried, named, View.Roster.Groups[View.Roster.Courses[from].Group].Name)
            : named;
    }

    private static string Weight(int hundredths) => Decimal(hundredths);

    private static string Decimal(int hundredths) => (hundredths / 100m).ToString("0.##", CultureInfo.CurrentCulture);
}
