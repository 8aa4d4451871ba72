using Journal.Core.Access;
using Journal.Core.Basics;
using Journal.Core.Classes.Storage;
using Journal.Core.Control.Storage;
using Journal.Core.Courses.Storage;
using Journal.Core.Diary.Storage;
using Journal.Core.Homework.Storage;
using Journal.Core.Lessons.Storage;
using Journal.Core.Live;
using Journal.Core.Notices.Storage;
using Journal.Core.People.Storage;
using Journal.Core.Persistence;
using Journal.Core.Register.Storage;
using Journal.Core.Remarks.Storage;
using Journal.Core.School.Storage;
using Journal.Core.Timetable.Storage;
using Journal.Core.Writing;
using Microsoft.Extensions.DependencyInjection;

namespace Journal.Core;

/// <summary>Puts the parts together: every feature's events and commands, and the services the web and the tests ask for.</summary>
public static class JournalCore
{
    public static EventBook Events() =>
        new EventBook()
            .AddSchool()
            .AddRegulation()
            .AddDayOrders()
            .AddTimetableChanges()
            .AddCatalogue()
            .AddPeople()
            .AddClasses()
            .AddCourses()
            .AddSubstitutions()
            .AddTimetable()
            .AddLessons()
            .AddPlans()
            .AddHomework()
            .AddRegister()
            .AddRemarks()
            .AddNotices()
            .AddReports();

    public static IServiceCollection AddJournal(
        this IServiceCollection services,
        SchoolFile file,
        Checkpoints checkpoints,
        SchoolClock clock
    ) =>
        services
            .AddSingleton(file)
            .AddSingleton(checkpoints)
            .AddSingleton(clock)
            .AddPooledDbContextFactory<JournalDb>(options => file.Configure(options))
            .AddSingleton(Events())
            .AddSingleton(Meter)
            .AddSingleton(services => new JournalFeed().Measured(services.GetRequiredService<JournalMeter>()))
            .AddSingleton<ChangeLog>()
            .AddSingleton<RosterSource>()
            .AddSingleton<JournalPages>()
            .AddPooledDbContextFactory<SeenDb>(options => SeenDb.Use(options, file))
            .AddSingleton<DayBook>()
            .AddSingleton<StudentLog>()
            .AddSingleton<Diaries>()
            .AddSingleton<LessonsOfDay>()
            .AddSingleton<LessonPlans>()
            .AddSingleton<Timetables>()
            .AddSingleton<TimetableDesk>()
            .AddSingleton<UploadBook>()
            .AddSingleton(FileStore.Beside(file))
            .AddSingleton<EarlierAbsences>()
            .AddSingleton<DebtBook>()
            .AddSingleton<Absences>()
            .AddSingleton<Mornings>()
            .AddSingleton<AttendanceWatch>()
            .AddSingleton<HomeworkWatch>()
            .AddSingleton<NoticeWatch>()
            .AddSingleton<RemarkBook>()
            .AddSingleton<NoticeBook>()
            .AddSingleton<ReportBook>()
            .AddSingleton<ReportWatch>()
            .AddSingleton<DiaryNotices>()
            .AddSingleton<SubjectBook>()
            .AddSingleton<SeenBook>()
            .AddSingleton<DoneBook>()
            .AddSingleton<ReadingBook>()
            .AddSingleton<StoryBook>()
            .AddSingleton<ReadBook>()
            .AddSingleton<Telling>()
            .AddSingleton<Hearing>()
            .AddSingleton<Readings>()
            .AddSingleton<FamilyReadings>()
            .AddSingleton<LiveStream>()
            .AddSingleton<IFollower>(services => services.GetRequiredService<RosterSource>())
            .AddSingleton<IFollower>(services => services.GetRequiredService<DayBook>())
            .AddSingleton<IFollower>(services => services.GetRequiredService<AttendanceWatch>())
            .AddSingleton<IFollower>(services => services.GetRequiredService<HomeworkWatch>())
            .AddSingleton<IFollower>(services => services.GetRequiredService<NoticeWatch>())
            .AddSingleton<IFollower>(services => services.GetRequiredService<ReportWatch>())
            .AddSingleton<IFollower>(services => services.GetRequiredService<RemarkBook>())
            .AddSingleton<IFollower>(services => services.GetRequiredService<StudentLog>())
            // The last one: whoever asks for its head finds everything up to it in the others.
            .AddSingleton<IFollower>(services => services.GetRequiredService<JournalPages>())
            .AddSingleton<IGuard, Door>()
            .AddSingleton(Commands)
            .AddSingleton<JournalWriter>()
            .AddSingleton<CheckpointKeeper>()
            .AddSingleton<Verification>();

    private static JournalMeter Meter(IServiceProvider services)
    {
        var meter = new JournalMeter();
        BackupNote.Measure(meter, services.GetRequiredService<SchoolFile>(), services.GetRequiredService<SchoolClock>());
        return meter;
    }

    private static CommandBook Commands(IServiceProvider services)
    {
        var rosters = services.GetRequiredService<RosterSource>();
        var (pages, events) = (services.GetRequiredService<JournalPages>(), services.GetRequiredService<EventBook>());
        var clock = services.GetRequiredService<SchoolClock>();
        return new CommandBook()
            .AddPeople()
            .AddStructure(rosters)
            .AddLessons(rosters)
            .AddRegister(pages, rosters, events, new ConfirmedNotices(), clock)
            .AddRemarks(pages, rosters)
            .AddNotices(pages, rosters)
            .AddReports(pages, rosters, clock);
    }
}
