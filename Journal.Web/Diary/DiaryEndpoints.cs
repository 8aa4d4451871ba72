using Journal.Core.Access;
using Journal.Core.Basics;
using Journal.Web.Accounts;
using Journal.Web.Shell;
using Journal.Web.Texts;
using Microsoft.AspNetCore.Mvc;

namespace Journal.Web.Diary;

/// <summary>What family pages ask besides being shown.</summary>
public static class DiaryEndpoints
{
    public static void AddFamilyPages(this IServiceCollection services) =>
        services
            .AddSingleton<DiaryFrames>()
            .AddSingleton<Looking>()
            .AddSingleton<DiaryNotes>()
            .AddSingleton<WeekModels>()
            .AddSingleton<DrawnLessons>()
            .AddSingleton<SubjectsModels>();

    public static void MapFamilyPages(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/diary/{student:int}/seen", Saw);
        routes.MapPost("/diary/{student:int}/read", Read);
        routes.MapPost("/diary/done", Did);
        routes.MapGet("/manifest.webmanifest", Manifest).AllowAnonymous();
    }

    // Posted by the button, and by the page itself when it is left. The form's field makes the framework demand the token of its page.
    private static async Task<IResult> Saw(
        int student,
        [FromForm] long seq,
        [FromForm] bool? leaving,
        [FromForm(Name = "return")] string? back,
        HttpContext http,
        FamilyReadings family
    )
    {
        if (!await family.Saw(http.User.Person(), new StudentId(student), seq, leaving ?? false, http.RequestAborted))
            return Results.NotFound();

        return leaving == true ? Results.NoContent() : Results.LocalRedirect(LocalUrl.OrHome(back));
    }

    // Posted by the page when remarks are in front of somebody; several at once.
    private static async Task<IResult> Read(int student, [FromForm] int[] remark, HttpContext http, FamilyReadings family) =>
        await family.Read(http.User.Person(), new StudentId(student), [.. remark.Select(one => new RemarkId(one))], http.RequestAborted)
            ? Results.NoContent()
            : Results.NotFound();

    private static async Task<IResult> Did(
        [FromForm] int lesson,
        [FromForm] int task,
        [FromForm] DateOnly day,
        [FromForm] bool done,
        HttpContext http,
        FamilyReadings family
    ) =>
        await family.Did(
            http.User.Person(),
            new StudentId(http.User.Person().Value),
            new(lesson),
            task == 0 ? null : new HomeworkId(task),
            day,
            done,
            http.RequestAborted
        )
            ? Results.NoContent()
            : Results.NotFound();

    // How the diary looks among the programs of a phone.
    private static IResult Manifest() =>
        Results.Json(
            new
            {
                id = "/diary",
                name = Words.DiaryAppName,
                short_name = Words.DiaryProduct,
                lang = Preferences.Language,
                start_url = "/diary",
                scope = "/",
                display = "standalone",
                background_color = "#eef1f0",
                theme_color = "#ffffff",
                icons = new[]
                {
                    Icon("favicon.svg", "any", "image/svg+xml", "any"),
                    Icon("icons/diary-192.png", "192x192", "image/png", "any"),
                    Icon("icons/diary-512.png", "512x512", "image/png", "any"),
                    Icon("icons/diary-maskable-512.png", "512x512", "image/png", "maskable"),
                },
            },
            contentType: "application/manifest+json"
        );

    private static object Icon(string src, string sizes, string type, string purpose) =>
        new
        {
            src = "/" + src,
            sizes,
            type,
            purpose,
        };
}
