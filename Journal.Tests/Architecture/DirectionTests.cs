using Journal.Tests.Support;

namespace Journal.Tests.Architecture;

public class DirectionTests
{
    private const string Core = "Journal.Core";

    // What EF writes by itself names every row by its full name.
    private static IEnumerable<CoreFile> Sources =>
        Repository
            .Files(Core, ".cs")
            .Where(path => !path.Contains("/Migrations/", StringComparison.Ordinal))
            .Select(path => new CoreFile(path, Repository.Read($"{Core}/{path}")));

    [Fact]
    public void Folders_of_the_core_only_look_back() => Assert.Equal("", string.Join('\n', Sources.SelectMany(FolderOrder.Wrong)));

    [Fact]
    public void The_sources_of_the_core_are_really_read() => Assert.Contains(Sources, file => file.Path == "Basics/Ids.cs");

    [Fact]
    public void Every_folder_of_the_core_has_its_place_in_the_order() =>
        Assert.Empty(
            Directory
                .EnumerateDirectories(Path.Combine(Repository.Root, Core))
                .Select(Path.GetFileName)
                .Except([.. FolderOrder.All, "bin", "obj"])
        );

    [Theory]
    [InlineData("Lessons/Lesson.cs", "namespace Journal.Core.Lessons;\nusing Journal.Core.Register;")]
    [InlineData("Lessons/Lesson.cs", "namespace Journal.Core.Lessons;\nJournal.Core.Register.JournalPage page;")]
    [InlineData("Basics/Ids.cs", "namespace Journal.Core.Basics;\nusing static Journal.Core.Live.Audience;")]
    [InlineData("Writing/Lane.cs", "namespace Journal.Core.Writing;\nusing Row = Journal.Core.Register.Storage.MarkRow;")]
    [InlineData("Lessons/Storage/LessonRow.cs", "namespace Journal.Core.Lessons.Storage;\nusing Journal.Core.Register.Storage;")]
    [InlineData("Register/SetMark.cs", "namespace Journal.Core.Register;\nusing Journal.Core.Writing;")]
    [InlineData("Register/SetMark.cs", "namespace Journal.Core.Register;\nusing Journal.Core.Persistence;")]
    [InlineData("Register/SetMark.cs", "namespace Journal.Core.Register;\nusing Journal.Core.Register.Storage;")]
    [InlineData("Register/SetMark.cs", "namespace Journal.Core.Register;\nusing Microsoft.EntityFrameworkCore;")]
    [InlineData("Register/SetMark.cs", "namespace Journal.Core.Register;\nvoid Load(DbContext db) {}")]
    [InlineData("Register/SetMark.cs", "namespace Journal.Core.Lessons;")]
    [InlineData("Register/SetMark.cs", "namespace Journal.Core.Register;\nglobal using Journal.Core.Basics;")]
    [InlineData("Demo/DemoSchool.cs", "namespace Journal.Core.Demo;\nusing Microsoft.EntityFrameworkCore;")]
    [InlineData("Demo/DemoSchool.cs", "namespace Journal.Core.Demo;\nusing Journal.Core.Access;")]
    [InlineData("Access/Door.cs", "namespace Journal.Core.Access;\nvoid Look(JournalDb db, DbSet<int> rows) {}")]
    [InlineData("Everything.cs", "namespace Journal.Core;")]
    [InlineData("Marks/SetMark.cs", "namespace Journal.Core.Marks;")]
    public void A_file_that_looks_where_it_may_not_is_named(string path, string text) =>
        Assert.Contains(path, Assert.Single(FolderOrder.Wrong(new CoreFile(path, text))));

    [Theory]
    [InlineData("Register/SetMark.cs", "using Journal.Core.Basics;\nusing Journal.Core.Lessons;\nnamespace Journal.Core.Register;")]
    [InlineData("Register/SetMark.cs", "namespace Journal.Core.Register;\n// Journal.Core.Access asks this too.")]
    [InlineData("Register/Storage/MarkRow.cs", "using Microsoft.EntityFrameworkCore;\nnamespace Journal.Core.Register.Storage;")]
    [InlineData("Register/Storage/MarkRow.cs", "using Journal.Core.Writing;\nnamespace Journal.Core.Register.Storage;")]
    [InlineData("Persistence/JournalDb.cs", "using Microsoft.EntityFrameworkCore;\nnamespace Journal.Core.Persistence;")]
    [InlineData("JournalCore.cs", "using Journal.Core.Writing;\nusing Journal.Core.Register.Storage;\nnamespace Journal.Core;")]
    [InlineData("Access/Door.cs", "using Journal.Core.Writing;\nusing Journal.Core.Courses.Storage;\nnamespace Journal.Core.Access;")]
    [InlineData("Demo/DemoSchool.cs", "using Journal.Core.Writing;\nnamespace Journal.Core.Demo;")]
    public void A_file_that_looks_back_is_left_alone(string path, string text) => Assert.Empty(FolderOrder.Wrong(new CoreFile(path, text)));
}
