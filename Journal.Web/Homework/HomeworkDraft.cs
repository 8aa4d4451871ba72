using System.Collections.Immutable;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Journal.Core.Access;
using Journal.Core.Basics;
using Journal.Core.Homework;
using Journal.Core.Register;

namespace Journal.Web.Homework;

/// <summary>What is being written of one task: the lesson's own, one for some, or a new one for some.</summary>
public sealed class HomeworkDraft
{
    private static readonly JsonSerializerOptions Kept = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private readonly SetHomework _begun;

    private HomeworkDraft(HomeworkCard card, PageTask? known, bool isForSome)
    {
        (Course, Lesson, Known, IsForSome) = (card.Page.Id.Course, card.Lesson.Id, known, isForSome);
        var details = known?.Task.Details ?? HomeworkDetails.None;
        Seen = isForSome ? null : card.Lesson.Homework;
        Text = (isForSome ? known?.Task.Text : card.Lesson.Homework) ?? "";
        (Due, Minutes, Way, Pages, Exercises, Practice) = (
            details.Due,
            details.Minutes?.ToString(CultureInfo.CurrentCulture),
            details.Way,
            details.Pages,
            details.Exercises,
            details.Practice
        );
        Files = details.Files;
        // Whoever has left the group since is on no list any more.
        Students = [.. (known?.Students ?? []).Where(student => card.Page.ClassOn(card.Lesson, student) is not null)];
        Expected = known?.Stamp.Version ?? 0;
        _begun = Publish();
    }

    public CourseId Course { get; }

    public LessonId Lesson { get; }

    /// <summary>As it is recorded; null while nothing but a text is.</summary>
    public PageTask? Known { get; }

    public bool IsForSome { get; }

    /// <summary>The lesson's own text that was read when this was begun.</summary>
    public string? Seen { get; set; }

    /// <summary>The same as a browser keeps it: with nothing told from an empty text.</summary>
    public string SeenKept
    {
        get => JsonSerializer.Serialize(Seen, Kept);
        set => Seen = Read(value, Seen);
    }

    /// <summary>The version of the task that was read then.</summary>
    public long Expected { get; set; }

    public string Text { get; set; }

    public DateOnly? Due { get; set; }

    /// <summary>As typed.</summary>
    public string? Minutes { get; set; }

    public string? Way { get; set; }

    public string? Pages { get; set; }

    public string? Exercises { get; set; }

    public string? Practice { get; set; }

    public ImmutableArray<HomeworkFile> Files { get; set; }

    /// <summary>The same as a browser keeps them. Whether they are files at all is looked at when they are published.</summary>
    public string FilesKept
    {
        get => JsonSerializer.Serialize(Files, Kept);
        set
        {
            var files = Read<HomeworkFile?[]>(value, [.. Files])?.OfType<HomeworkFile>() ?? [];
            Files = [.. files.DistinctBy(file => file.Id).Take(HomeworkDetails.MostFiles)];
        }
    }

    /// <summary>One file more, as the server answered when it was brought: several may come at once, and none takes the place of another.</summary>
    public string Brought
    {
        get => "";
        set
        {
            if (Read<HomeworkFile>(value, null) is { } file && Files.All(one => one.Id != file.Id))
                Files = [.. Files.Take(HomeworkDetails.MostFiles - 1), file];
        }
    }

    /// <summary>The browser says that something is being typed, long before it says what.</summary>
    public bool IsTyping { get; set; }

    /// <summary>Of the command by which it is published: the same one again is the same task, also after a crash.</summary>
    public Guid CommandId { get; set; } = Guid.CreateVersion7();

    public HashSet<StudentId> Students { get; }

    /// <summary>Something can be read by families now.</summary>
    public bool IsPublished => IsForSome ? Known?.Task.Text is not null : Seen is not null;

    /// <summary>The lesson's own says «не задано».</summary>
    public bool SaysNone => !IsForSome && Seen is "";

    /// <summary>Something is written that is not recorded.</summary>
    public bool IsTouched
    {
        get
        {
            var now = Publish();
            return IsTyping
                || now.Text != _begun.Text
                || !now.Details.Equals(_begun.Details)
                || HasBadMinutes
                || (now.Students is { } students && !students.SequenceEqual(_begun.Students!));
        }
    }

    /// <summary>Null when something else was typed than a number.</summary>
    public int? MinutesTyped => int.TryParse(Minutes, NumberStyles.None, CultureInfo.CurrentCulture, out var minutes) ? minutes : null;

    public bool HasBadMinutes => !string.IsNullOrWhiteSpace(Minutes) && MinutesTyped is null;

    /// <summary>In which the browser keeps what is typed.</summary>
    public string Key =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Lesson.Value}:{(IsForSome ? Known?.Task.Id.Value.ToString(CultureInfo.InvariantCulture) ?? "new" : "own")}"
        );

    public static HomeworkDraft Own(HomeworkCard card) => new(card, card.Page.OwnTaskOf(card.Lesson.Id), isForSome: false);

    public static HomeworkDraft Of(HomeworkCard card, PageTask known) => new(card, known, isForSome: true);

    public static HomeworkDraft New(HomeworkCard card) => new(card, null, isForSome: true);

    /// <summary>Whether this was begun from what stands there now.</summary>
    public bool IsAsRead(HomeworkDraft fresh) =>
        (IsForSome, Known?.Task.Id, Seen, Expected) == (fresh.IsForSome, fresh.Known?.Task.Id, fresh.Seen, fresh.Expected)
        && _begun.Text == fresh._begun.Text
        && _begun.Details.Equals(fresh._begun.Details);

    public SetHomework Publish() => Command(Text, new(Due, MinutesTyped, Tidy(Way), Tidy(Pages), Tidy(Exercises), Tidy(Practice), Files));

    /// <summary>«Не задано».</summary>
    public SetHomework SetNone() => Command("", HomeworkDetails.None);

    public SetHomework Withdraw() => Command(null, HomeworkDetails.None);

    /// <summary>What stood there before, to be put back after the command that goes out.</summary>
    /// <param name="over">What a colleague had put meanwhile and this was written over; null when nobody had.</param>
    /// <param name="done">What stands there by then.</param>
    public SetHomework Undo(HomeworkConflict? over, HomeworkDraft done)
    {
        var former = IsForSome ? Known?.Task.Text : Seen;
        return new(
            Course,
            Lesson,
            IsForSome ? done.Known?.Task.Id : null,
            over is null ? former : over.Text,
            over?.Details ?? Known?.Task.Details ?? HomeworkDetails.None,
            IsForSome ? [.. over?.Students ?? Known?.Students ?? []] : null,
            done.Seen,
            done.Known?.Stamp.Version ?? 0
        );
    }

    /// <summary>How it would weigh on a day.</summary>
    public LoadTask Load(IEnumerable<StudentId> everybody) =>
        new(
            Course,
            Lesson,
            IsForSome ? Known?.Task.Id ?? default(HomeworkId) : null,
            Text,
            MinutesTyped,
            [.. IsForSome ? Students : everybody]
        );

    private SetHomework Command(string? text, HomeworkDetails details) =>
        new(
            Course,
            Lesson,
            IsForSome ? Known?.Task.Id : null,
            text,
            details,
            IsForSome ? [.. Students.OrderBy(student => student.Value)] : null,
            Seen,
            Expected
        )
        {
            CommandId = CommandId,
        };

    // A draft of an older version, or of somebody who plays with the page: what is there stays.
    private static T? Read<T>(string value, T? now)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize<T>(value, Kept);
        }
        catch (JsonException)
        {
            return now;
        }
    }

    private static string? Tidy(string? text) => text?.Trim() is { Length: > 0 } tidy ? tidy : null;
}
