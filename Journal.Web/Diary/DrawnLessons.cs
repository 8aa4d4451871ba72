using Journal.Core.Basics;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace Journal.Web.Diary;

/// <summary>Parts of a week's page as HTML: elements that take the place of those with their ids.</summary>
public sealed record DrawnWeek(string Html, bool HasNews);

/// <summary>
/// Draws the lines of single lessons, as the page itself would. A whole page costs three times as much, and of what families see change in a lesson
/// nine of ten are a mark.
/// </summary>
public sealed class DrawnLessons(WeekModels models, IServiceScopeFactory scopes, ILoggerFactory logs) : IDisposable
{
    // Half of the cores: what is typed has the other half.
    private readonly SemaphoreSlim _turns = new(Math.Max(1, Environment.ProcessorCount / 2));

    /// <summary>Null when a lesson does not stand in this week, or there is nothing to be read any more: then the page is asked for.</summary>
    public async Task<DrawnWeek?> Of(PersonId person, StudentId student, DateOnly week, IEnumerable<int> lessons, CancellationToken ct)
    {
        await _turns.WaitAsync(ct);
        try
        {
            return await models.Of(person, student, week, ct) is { } model ? await Of(model, [.. lessons]) : null;
        }
        finally
        {
            _turns.Release();
        }
    }

    public void Dispose() => _turns.Dispose();

    private async Task<DrawnWeek?> Of(WeekModel model, int[] lessons)
    {
        var shown = model.Week.Days.SelectMany(day => day.Lessons).Select(one => one.Lesson.Value).ToHashSet();
        return lessons.All(shown.Contains) ? new DrawnWeek(await Draw(model, lessons), model.HasNews) : null;
    }

    private async Task<string> Draw(WeekModel model, IReadOnlyCollection<int> lessons)
    {
        await using var scope = scopes.CreateAsyncScope();
        await using var renderer = new HtmlRenderer(scope.ServiceProvider, logs);
        return await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var parts = ParameterView.FromDictionary(
                new Dictionary<string, object?>(StringComparer.Ordinal)
                {
                    [nameof(DrawnParts.Model)] = model,
                    [nameof(DrawnParts.Lessons)] = lessons,
                }
            );
            return (await renderer.RenderComponentAsync<DrawnParts>(parts)).ToHtmlString();
        });
    }
}
