using Journal.Core.Courses.Storage;
using Journal.Core.Persistence;
using Journal.Core.Register;
using Journal.Core.Register.Storage;
using Journal.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using static Journal.Tests.Support.SmallSchoolFacts;

namespace Journal.Tests.Persistence;

public sealed class UpgradeTests
{
    [Fact]
    public async Task A_migration_that_fails_leaves_a_verified_backup_and_the_file_as_it_was()
    {
        await using var school = new SmallSchool();
        await school.Submit(Put("5"));
        var backups = Path.Combine(school.Folder, "before");
        // To this program the file now is one of an older version, and every table of the migration stands in its way.
        Run(school.File, "CREATE TABLE Kept AS SELECT * FROM __EFMigrationsHistory; DELETE FROM __EFMigrationsHistory");

        Assert.Throws<SqliteException>(() => school.File.Prepare(backups));

        var backup = new SchoolFile(Assert.Single(Directory.GetFiles(backups)));
        Assert.Equal(Backup.Head(school.File).Seq, Backup.Head(backup).Seq);
        Assert.Empty(school.Verify(backup).Faults);
        Run(school.File, "INSERT INTO __EFMigrationsHistory SELECT * FROM Kept; DROP TABLE Kept");
        Assert.Null(school.File.Prepare(backups));
        Assert.Empty(school.Verify().Faults);
    }

    [Fact]
    public async Task A_file_from_before_lessons_had_versions_says_them_as_the_log_does()
    {
        await using var school = new SmallSchool();
        await school.Submit(new RecordLesson(Algebra, Lesson16, "Fractions", null, null, 0));
        var first = school.Algebra.RecordOf(Lesson16).Version;
        await school.Submit(new RecordLesson(Algebra, Lesson16, "Fractions and decimals", null, null, first));
        await school.Submit(new RecordLesson(Algebra, LessonToday, "Equations", null, null, 0));
        var now = school.Algebra.Recorded;
        Run(
            school.File,
            """
            DROP INDEX IX_Changes_Course_Seq_NoStudent;
            DROP INDEX IX_Changes_Student_Course_Seq;
            DROP TABLE DeadlineRules; DROP TABLE Regulations;
            DROP TABLE PlanApprovals; DROP TABLE Plans;
            DROP TABLE MakeUps; DROP TABLE ReportAnswers; DROP TABLE ReportedOmissions; DROP TABLE OmissionReports;
            DROP TABLE NoticeFiles; DROP TABLE NoticeStates; DROP TABLE Notices; DROP TABLE RemarkWords; DROP TABLE Remarks;
            DROP TABLE HomeworkFiles; DROP TABLE HomeworkStudents; DROP TABLE Homework; DROP TABLE Uploads;
            DROP TABLE Substitutions; DROP TABLE TeacherAbsences; DROP TABLE DayOrderClasses; DROP TABLE DayOrders;
            DROP TABLE TimetableChangeClasses; DROP TABLE TimetableChanges; DROP TABLE Rooms;
            ALTER TABLE Lessons DROP COLUMN Briefing; ALTER TABLE Subjects DROP COLUMN NeedsBriefing;
            ALTER TABLE Lessons DROP COLUMN HomeworkSince; ALTER TABLE Lessons DROP COLUMN HomeworkChanged;
            ALTER TABLE PlanTopics DROP COLUMN Hours; ALTER TABLE PlanTopics DROP COLUMN Section;
            ALTER TABLE PlanTopics DROP COLUMN Homework; ALTER TABLE PlanTopics DROP COLUMN Work;
            ALTER TABLE Lessons DROP COLUMN Version; ALTER TABLE Lessons DROP COLUMN By; ALTER TABLE Lessons DROP COLUMN At;
            ALTER TABLE Settings DROP COLUMN Version;
            DELETE FROM __EFMigrationsHistory WHERE MigrationId > '20261122231834_Core'
            """
        );

        var backup = school.File.Prepare(Path.Combine(school.Folder, "before"));

        Assert.NotNull(backup);
        Assert.Empty(school.Verify().Faults);
        var databases = school.Get<IDbContextFactory<JournalDb>>();
        var page = new JournalPages(databases, new RosterSource(databases)).Read(AlgebraPage)!;
        Assert.Equal([Lesson16, LessonToday], page.Recorded.Keys.OrderBy(lesson => lesson.Value));
        Assert.All(now, lesson => Assert.Equal(lesson.Value, page.RecordOf(lesson.Key)));
        Assert.Equal(Teacher.Person, page.RecordOf(Lesson16).By);
    }

    [Fact]
    public async Task A_migration_killed_half_way_does_not_lock_the_school_out()
    {
        var folder = Directory.CreateTempSubdirectory("journal-").FullName;
        var file = new SchoolFile(Path.Combine(folder, "journal.db"));
        Run(
            file,
            """
            CREATE TABLE "__EFMigrationsLock" ("Id" INTEGER NOT NULL CONSTRAINT "PK___EFMigrationsLock" PRIMARY KEY, "Timestamp" TEXT NOT NULL);
            INSERT INTO "__EFMigrationsLock" VALUES (1, '2026-11-20 07:00:00')
            """
        );

        var backup = await Task.Run(() => file.Prepare(Path.Combine(folder, "backups"))).WaitAsync(TimeSpan.FromMinutes(2));

        Assert.Null(backup);
        Assert.Equal(0, Backup.Head(file).Seq);
        SqliteConnection.ClearPool(new SqliteConnection(file.ConnectionString));
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_file_of_this_version_is_opened_without_a_backup()
    {
        await using var school = new SmallSchool();

        Assert.Null(school.File.Prepare(Path.Combine(school.Folder, "before")));
        Assert.False(Directory.Exists(Path.Combine(school.Folder, "before")));
    }

    [Fact]
    public async Task A_file_of_a_later_version_is_known_as_such()
    {
        await using var school = new SmallSchool();
        Assert.False(school.File.IsOfALaterVersion());

        Run(school.File, "INSERT INTO __EFMigrationsHistory VALUES ('29990101000000_Later', '99.0')");

        Assert.True(school.File.IsOfALaterVersion());
    }

    private static void Run(SchoolFile file, string sql)
    {
        using var connection = file.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
