using System.IO.Compression;
using System.Text;
using Journal.Core.Access;
using Journal.Core.Basics;
using Journal.Core.Homework;
using Journal.Core.Homework.Storage;
using Journal.Core.Persistence;
using Journal.Core.Register;
using Journal.Core.Register.Storage;
using Journal.Core.Writing;
using Journal.Tests.Support;
using Microsoft.Data.Sqlite;
using static Journal.Tests.Support.SmallSchoolFacts;

namespace Journal.Tests.Homework;

/// <summary>Files of tasks: who may have them, what becomes of them, and that no copy of the school lacks one.</summary>
public sealed class HomeworkFilesTests : IAsyncDisposable
{
    private readonly SmallSchool _school = new();

    private UploadBook Uploads => _school.Get<UploadBook>();

    [Fact]
    public async Task A_file_of_the_lessons_own_task_is_for_the_class_and_its_teachers()
    {
        var file = await Attach();

        Assert.Equal([1, 2, 3, 6, 7, 9, 10, 21, 22, 23, 24], await WhoMayHave(file));
    }

    [Fact]
    public async Task A_file_of_a_task_for_some_is_for_their_families_only()
    {
        var file = await Attach(Anna);

        Assert.Equal([1, 2, 3, 6, 7, 9, 21], await WhoMayHave(file));
    }

    [Fact]
    public async Task What_is_not_attached_yet_is_for_whoever_brought_it_and_can_be_attached_by_nobody_else()
    {
        var file = await AttachedFile.Bring(Uploads, Teacher);

        Assert.Equal([6], await WhoMayHave(file.Id));
        var foreign = new SetHomework(Algebra8A, Lesson8A, null, "§ 5", HomeworkDetails.None with { Files = [file] }, null, null, 0);
        Assert.Equal(new UnknownHomeworkFile(file.Id), Assert.IsType<Refused>(await _school.Writer.Submit(foreign, OtherTeacher)).Why);
        var renamed = Own(file with { Name = "x.html" });
        Assert.Equal(new UnknownHomeworkFile(file.Id), Assert.IsType<Refused>(await _school.Submit(renamed)).Why);
    }

    [Fact]
    public async Task Taken_away_it_is_no_longer_handed_out_and_stays_in_the_record()
    {
        var file = await Attach();
        var version = _school.Algebra.OwnTaskOf(LessonToday)!.Stamp.Version;

        Assert.IsType<Applied>(await _school.Submit(Own() with { Seen = "§ 5", Expected = version }));

        Assert.Equal([6], await WhoMayHave(file));
        _school.Clock.Advance(TimeSpan.FromDays(2));
        Assert.Equal(0, await Uploads.Clear());
        Assert.NotNull(Store.Read(file));
        Assert.Empty(_school.Verify().Faults);
    }

    [Fact]
    public async Task What_a_colleague_took_away_can_be_put_back_by_whoever_did_not_bring_it()
    {
        var file = await Attach();
        var known = _school.Algebra.OwnTaskOf(LessonToday)!;
        await _school.Writer.Submit(new Core.Courses.GiveLoad(Algebra, OtherTeacher.Person, Today), Deputy);
        var gone = Own() with { Seen = "§ 5", Expected = known.Stamp.Version };
        Assert.IsType<Applied>(await _school.Writer.Submit(gone, OtherTeacher));

        var back = Own([.. known.Task.Details.Files]) with
        {
            Seen = "§ 5",
            Expected = _school.Algebra.OwnTaskOf(LessonToday)!.Stamp.Version,
        };

        Assert.IsType<Applied>(await _school.Writer.Submit(back, OtherTeacher));
        Assert.Contains(9, await WhoMayHave(file));
        Assert.Empty(_school.Verify().Faults);
    }

    [Fact]
    public async Task What_nobody_attached_is_cleared_away_after_a_day()
    {
        var kept = await Attach();
        var file = (await AttachedFile.Bring(Uploads, Teacher)).Id;
        _school.Clock.Advance(TimeSpan.FromHours(23));
        Assert.Equal(0, await Uploads.Clear());

        _school.Clock.Advance(TimeSpan.FromHours(2));
        Assert.Equal(1, await Uploads.Clear());

        Assert.False(Store.Has(file));
        Assert.True(Store.Has(kept));
        Assert.Empty(await WhoMayHave(file));
    }

    [Fact]
    public async Task What_is_larger_than_it_may_be_leaves_nothing_behind()
    {
        Assert.Null(await Store.Keep(Guid.NewGuid(), new MemoryStream(new byte[101]), most: 100));

        Assert.Empty(Directory.GetFiles(Path.Combine(_school.Folder, "files")));
    }

    [Fact]
    public async Task A_backup_has_the_files_and_a_restored_school_too()
    {
        var file = await Attach();
        var backups = Path.Combine(_school.Folder, "backups");
        var copy = new SchoolFile(Backup.Make(_school.File, backups));
        Assert.Empty(_school.Verify(copy).Faults);
        Store.Forget(file);
        Assert.Contains(_school.Verify().Faults, fault => fault.Contains(file.ToString("N"), StringComparison.Ordinal));
        var checkpoints = _school.Get<Checkpoints>();
        await _school.Stop();
        SqliteConnection.ClearPool(new SqliteConnection(_school.File.ConnectionString));

        Restore.From(copy.Path, _school.File, checkpoints, _school.Clock.GetUtcNow());

        await using var restored = new SmallSchool(folder: _school.Folder);
        Assert.Empty(restored.Verify().Faults);
        Assert.True(Store.Has(file));
    }

    [Fact]
    public async Task A_file_that_was_changed_behind_the_journals_back_is_found()
    {
        var file = await Attach();
        var path = Path.Combine(_school.Folder, "files", file.ToString("N"));
        await File.WriteAllTextAsync(path, "%PDF-1.4 something else");

        Assert.Equal($"the attached file {file:N} is not what was attached", Assert.Single(_school.Verify().Faults));
    }

    [Theory]
    [InlineData("конспект.pdf", "%PDF-1.7 …", "application/pdf")]
    [InlineData("КОНСПЕКТ.PDF", "%PDF-1.7 …", "application/pdf")]
    [InlineData("список.txt", "просто текст\r\nи ещё", "text/plain")]
    [InlineData("страница.html", "<html>", null)]
    [InlineData("страница.pdf", "<html><script>", null)]
    [InlineData("рисунок.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>", null)]
    [InlineData("рисунок.png", "<svg/>", null)]
    [InlineData("список.txt", "а\0б", null)]
    [InlineData("программа.exe", "MZ", null)]
    [InlineData("конспект.pdf.exe", "%PDF-1.7", null)]
    [InlineData("конспект", "%PDF-1.7", null)]
    [InlineData("архив.zip", "PK\u0003\u0004", null)]
    [InlineData("пусто.pdf", "", null)]
    [InlineData("работа.docx", "PK\u0003\u0004 word/", null)]
    public void A_file_is_what_it_holds_and_its_name_must_say_so(string name, string content, string? type) =>
        Assert.Equal(type, FileKinds.TypeOf(name, new MemoryStream(Encoding.UTF8.GetBytes(content))));

    [Theory]
    [InlineData("работа.docx", "word/document.xml", "application/vnd.openxmlformats-officedocument.wordprocessingml.document")]
    [InlineData("таблица.xlsx", "xl/workbook.xml", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")]
    [InlineData("таблица.xlsx", "word/document.xml", null)]
    [InlineData("работа.docx", "evil.exe", null)]
    public void A_document_is_a_packed_folder_with_the_right_part(string name, string entry, string? type)
    {
        using var packed = new MemoryStream();
        using (var zip = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
        {
            zip.CreateEntry("[Content_Types].xml");
            zip.CreateEntry(entry);
        }

        packed.Position = 0;
        Assert.Equal(type, FileKinds.TypeOf(name, packed));
        Assert.Equal(0, packed.Position);
    }

    [Theory]
    [InlineData("Конспект.pdf", "Конспект.pdf")]
    [InlineData("C:\\Users\\me\\а.pdf", "а.pdf")]
    [InlineData("../../etc/passwd", "passwd")]
    [InlineData(" а.pdf ", "а.pdf")]
    [InlineData(".htaccess", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    [InlineData("а\u202Efdp.exe", null)]
    [InlineData("а\nб.pdf", null)]
    [InlineData("а<b>.pdf", null)]
    public void A_name_is_the_last_part_and_can_be_shown(string? sent, string? name) => Assert.Equal(name, FileKinds.NameOf(sent));

    public ValueTask DisposeAsync() => _school.DisposeAsync();

    private FileStore Store => FileStore.Beside(_school.File);

    private static SetHomework Own(params HomeworkFile[] files) =>
        new(Algebra, LessonToday, null, "§ 5", HomeworkDetails.None with { Files = [.. files] }, null, null, 0);

    private Task<Guid> Attach(params StudentId[] students) =>
        AttachedFile.To(Uploads, _school.Get<JournalPages>(), _school.Writer, (Algebra, LessonToday), Teacher, students);

    private async Task<IEnumerable<int>> WhoMayHave(Guid file)
    {
        var may = new List<int>();
        foreach (var person in Enumerable.Range(1, 30))
        {
            if (await _school.Get<Readings>().File(new PersonId(person), file) is not null)
                may.Add(person);
        }

        return may;
    }
}
