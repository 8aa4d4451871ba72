using Journal.Core.Access;
using Journal.Core.Basics;
using Journal.Core.Homework;
using Journal.Core.Homework.Storage;
using Journal.Web.Accounts;
using Journal.Web.Api;
using Journal.Web.Texts;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Journal.Web.Homework;

/// <summary>Files of homework: brought by whoever may set it, handed out as attachments to whoever may have them.</summary>
public static class HomeworkFiles
{
    /// <summary>A file with what a browser adds around it.</summary>
    public const long Most = FileKinds.Largest + (16 << 10);

    public static void AddHomework(this IServiceCollection services) => services.AddHostedService<FileClearing>();

    public static void MapHomework(this IEndpointRouteBuilder routes)
    {
        routes
            .MapPost("/homework/{lesson:int}/files", Bring)
            .WithMetadata(new RequestSizeLimitAttribute(Most), new RequestFormLimitsAttribute { MultipartBodyLengthLimit = Most });
        routes.MapGet("/files/{file:guid}", HandOut);
    }

    public static string Address(HomeworkFile file) => FormattableString.Invariant($"/files/{file.Id:D}");

    // The form's field makes the framework demand the token of its page.
    private static async Task<IResult> Bring(int lesson, IFormFile file, HttpContext http, Readings readings, UploadBook uploads)
    {
        var (me, ct) = (http.User.Person(), http.RequestAborted);
        if (await readings.Homework(me, new LessonId(lesson), ct) is not { MayWrite: true, Closed: null })
            return Problem.NotFound();
        if (FileKinds.NameOf(file.FileName) is not { } name)
            return Refuse(new FileNameUnfit());

        await using var content = file.OpenReadStream();
        if (FileKinds.TypeOf(name, content) is not { } type)
            return Refuse(new FileKindNotKept());
        if (await uploads.Take(me, name, type, content, ct) is not { } taken)
            return Refuse(new Core.Import.FileTooLarge(FileKinds.Largest >> 20));

        return Results.Json(taken);
    }

    private static async Task<IResult> HandOut(Guid file, HttpContext http, Readings readings)
    {
        // What is downloaded at a kiosk stays for the next one.
        if (http.Features.Get<Session>() is { IsKiosk: true })
            return Problem.NotFound();
        if (await readings.Content(http.User.Person(), file, http.RequestAborted) is not var (known, content))
            return Problem.NotFound();

        // Never shown in the page's own origin, whatever it is.
        http.Response.Headers.ContentSecurityPolicy = "sandbox; default-src 'none'";
        return Results.File(content, known.Type, known.Name);
    }

    private static ProblemHttpResult Refuse(Refusal why) => Problem.BadRequest(RefusalText.For(why));
}
