using Journal.Core.Basics;
using Journal.Core.Classes;
using Journal.Core.Control;
using Journal.Core.Courses;
using Journal.Core.Homework;
using Journal.Core.Lessons;
using Journal.Core.Notices;
using Journal.Core.People;
using Journal.Core.Register;
using Journal.Core.Remarks;
using Journal.Core.School;
using Journal.Core.Timetable;
using Journal.Tests.Register;
using Journal.Tests.Support;

namespace Journal.Tests.Live;

/// <summary>A new kind of event fails here until somebody has said what a page does with it.</summary>
public class PlacedEventsTests
{
    private static readonly Type[] Folded =
    [
        typeof(MarkSet),
        typeof(AttendanceSet),
        typeof(ReasonSet),
        typeof(MakeUpRecorded),
        typeof(RollDeclared),
        typeof(LessonRecorded),
        typeof(HomeworkSet),
        typeof(HomeworkGiven),
        typeof(WorkAdded),
        typeof(WorkChanged),
        typeof(WorkRemoved),
    ];

    private static readonly Type[] ReadAnew =
    [
        typeof(DayOrdered),
        typeof(DayOrderRevoked),
        typeof(PageOutdated),
        typeof(WorkRestored),
        typeof(LessonScheduled),
        typeof(LessonPlanSet),
        typeof(PlanWritten),
        typeof(PlanApproved),
        typeof(CardPlaced),
        typeof(CourseOpened),
        typeof(LoadGiven),
        typeof(LoadEnded),
        typeof(MarksOffSet),
        typeof(SubjectAdded),
        typeof(GroupFormed),
        typeof(SettingsChanged),
        typeof(RegulationAdopted),
        typeof(YearOpened),
        typeof(TermSetAdded),
        typeof(TermAdded),
        typeof(HolidaySetAdded),
        typeof(HolidayAdded),
        typeof(BellScheduleAdded),
        typeof(BellAdded),
        typeof(ScaleAdded),
        typeof(AttendanceCodeAdded),
        typeof(WorkTypeAdded),
    ];

    /// <summary>Where one of them changes a page, a PageOutdated goes with it.</summary>
    private static readonly Type[] NotHeard =
    [
        typeof(PersonAdded),
        typeof(RoleGranted),
        typeof(RoleRevoked),
        typeof(GuardianLinked),
        typeof(GuardianUnlinked),
        typeof(ClassOpened),
        typeof(ClassTeacherAppointed),
        typeof(ClassJoined),
        typeof(GroupJoined),
        typeof(TermLocked),
        typeof(TermUnlocked),
        typeof(MarkShown),
        typeof(MarkHidden),
        typeof(AbsenceShown),
        typeof(TeacherAbsenceRecorded),
        typeof(TeacherAbsenceRevoked),
        typeof(AbsenceTold),
        typeof(TimetableChanged),
        typeof(NoticeWithdrawn),
        typeof(NoticeAnswered),
        typeof(OmissionsReported),
        typeof(ReportSettled),
    ];

    /// <summary>The page's readers hear it, and the page stays as it is.</summary>
    private static readonly Type[] BesidePages =
    [
        typeof(LessonSubstituted),
        typeof(RoomsPlaced),
        typeof(RemarkWritten),
        typeof(RemarkCorrected),
        typeof(RemarkWithdrawn),
    ];

    private static HomeworkTask SampleTask =>
        ((HomeworkSet)EventSamples.Full(typeof(HomeworkSet))).After with
        {
            Id = ((HomeworkGiven)EventSamples.Full(typeof(HomeworkGiven))).Task,
        };

    private static Work SampleWork => ((WorkRemoved)EventSamples.Full(typeof(WorkRemoved))).Work;

    [Fact]
    public void Every_event_has_its_place() =>
        Assert.Equal(Names(EventSamples.Types), Names([.. Folded, .. ReadAnew, .. NotHeard, .. BesidePages]));

    [Fact]
    public void What_a_page_folds_it_folds_on_its_own_term_and_ignores_on_another() =>
        Assert.All(
            Folded,
            type =>
            {
                var fact = EventSamples.Full(type);
                var id = new PageId(fact.Concern.Course!.Value, ((IOnOnePage)fact).Term);
                var page = TestPage.Page with
                {
                    Id = id,
                    Works = TestPage.Page.Works.Add(SampleWork.Id, new(SampleWork, 1)),
                    Tasks = TestPage.Page.Tasks.Add(SampleTask.Id, new(SampleTask, [], LessonStamp.Never)),
                };
                var other = TestPage.Page with { Id = id with { Term = new(999) } };

                Assert.NotEqual(page with { Seq = 101 }, page.Apply(TestPage.At(101, fact)));
                Assert.NotNull(page.Apply(TestPage.At(101, fact)));
                Assert.Equal(other with { Seq = 101 }, other.Apply(TestPage.At(101, fact)));
            }
        );

    [Fact]
    public void What_a_page_hears_and_cannot_fold_makes_it_read_anew() =>
        Assert.All(
            ReadAnew,
            type =>
            {
                var fact = EventSamples.Full(type);

                Assert.True(fact.Concern.Course is not null || fact.Concern == Concern.School, type.Name);
                Assert.Null(TestPage.Page.Apply(TestPage.At(101, fact)));
            }
        );

    [Fact]
    public void What_stands_beside_the_pages_leaves_them_as_they_are() =>
        Assert.All(
            BesidePages,
            type => Assert.Equal(TestPage.Page with { Seq = 101 }, TestPage.Page.Apply(TestPage.At(101, EventSamples.Full(type))))
        );

    [Fact]
    public void What_no_page_hears_names_no_course() =>
        Assert.All(NotHeard.Select(EventSamples.Full), fact => Assert.True(fact.Concern.Course is null && fact.Concern != Concern.School));

    private static IEnumerable<string> Names(Type[] types) => types.Select(type => type.Name).Order(StringComparer.Ordinal);
}
