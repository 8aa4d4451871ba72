using Journal.Core.Basics;
using Journal.Core.Courses;
using Journal.Core.School;
using Journal.Core.Timetable;
using Journal.Core.Writing;
using Journal.Tests.Support;
using static Journal.Tests.Support.SmallSchoolFacts;

namespace Journal.Tests.Timetable;

public sealed class ClashFinderTests : IAsyncDisposable
{
    private static readonly DateOnly Monday = new(2026, 11, 23);

    private readonly SmallSchool _school = new();

    [Fact]
    public void Students_are_in_one_place_at_a_time()
    {
        Assert.Equal(ClashKind.Students, Clash(Card(1, Algebra), Card(2, EnglishOfFirst))?.Kind);
        Assert.Equal(ClashKind.Students, Clash(Card(1, Algebra), Card(2, Algebra))?.Kind);
        // The subgroups have no student in common, but their teacher.
        Assert.Equal(ClashKind.Teacher, Clash(Card(1, EnglishOfFirst), Card(2, EnglishOfSecond))?.Kind);
        Assert.Null(Clash(Card(1, Algebra), Card(2, Algebra8A)));
    }

    [Fact]
    public void Not_at_another_time_nor_in_another_week_nor_when_one_holds_no_more()
    {
        var card = Card(1, Algebra);
        Assert.Null(Clash(card, Card(2, EnglishOfFirst) with { Number = 3 }));
        Assert.Null(Clash(card, Card(2, EnglishOfFirst) with { Weekday = DayOfWeek.Tuesday }));
        Assert.Null(Clash(card with { Week = WeekKind.A }, Card(2, EnglishOfFirst) with { Week = WeekKind.B }));
        Assert.NotNull(Clash(card with { Week = WeekKind.A }, Card(2, EnglishOfFirst)));
        // It ends on a Saturday: there is no Monday on which both hold.
        Assert.Null(Clash(card with { From = Monday }, Card(2, EnglishOfFirst) with { To = Monday.AddDays(-2) }));
        Assert.Equal(Monday, Clash(card with { From = Monday.AddDays(-3) }, Card(2, EnglishOfFirst))?.On);
    }

    [Fact]
    public async Task A_teacher_and_a_room_too()
    {
        Assert.Equal(ClashKind.Room, Clash(Card(1, Algebra) with { Room = "12" }, Card(2, Algebra8A) with { Room = "12" })?.Kind);

        await _school.Writer.Record(new LoadGiven(Algebra8A, Teacher.Person, YearStart));
        var clash = Clash(Card(1, Algebra), Card(2, Algebra8A));
        Assert.Equal((ClashKind.Teacher, Teacher.Person), (clash!.Kind, clash.Teacher));
    }

    [Fact]
    public async Task Nobody_gets_to_another_building_in_a_short_break()
    {
        await _school.Writer.Record(
            new BellAdded(new(1), 2, new(9, 25), new(10, 10)),
            new BellAdded(new(1), 3, new(10, 25), new(11, 10))
        );
        Assert.IsType<Applied>(await _school.Writer.Submit(new PlaceRooms(" Корпус 2 ", [" 201 ", "202"]), Deputy));
        Assert.IsType<Applied>(await _school.Writer.Submit(new PlaceRooms("Корпус 1", ["12"]), Deputy));
        var first = Card(1, Algebra) with { Number = 1, Room = "12" };
        var second = Card(2, EnglishOfFirst) with { Number = 2, Room = "201" };

        Assert.Equal(ClashKind.Travel, Clash(first, second)?.Kind);
        Assert.Equal(ClashKind.Travel, Clash(second, first)?.Kind);
        Assert.Null(Clash(first, second with { Room = "12" }));
        Assert.Null(Clash(first, second with { Room = "999" }));
        // Fifteen minutes are enough.
        Assert.Null(Clash(second, Card(3, Algebra) with { Number = 3, Room = "12" }));
    }

    [Fact]
    public async Task Rooms_are_said_to_be_in_a_building_or_in_none_and_nothing_said_twice()
    {
        Assert.IsType<Applied>(await _school.Writer.Submit(new PlaceRooms("Корпус 2", ["201"]), Deputy));
        Assert.IsType<Unchanged>(await _school.Writer.Submit(new PlaceRooms("Корпус 2", ["201", "201 "]), Deputy));
        Assert.Equal("Корпус 2", _school.Roster.Buildings["201"]);
        Assert.IsType<Applied>(await _school.Writer.Submit(new PlaceRooms(" ", ["201"]), Deputy));
        Assert.Empty(_school.Roster.Buildings);
        Assert.Equal(new Refused(new RoomsUnfit(20, 60)), await _school.Writer.Submit(new PlaceRooms("Корпус", []), Deputy));
        Assert.Equal(new Refused(new RoomsUnfit(20, 60)), await _school.Writer.Submit(new PlaceRooms("Корпус", [" "]), Deputy));
        Assert.Empty(_school.Verify().Faults);
    }

    public ValueTask DisposeAsync() => _school.DisposeAsync();

    private TimetableClash? Clash(TimetableCard placed, TimetableCard other) =>
        new ClashFinder(_school.Roster, [placed, other]).Of([placed]).SingleOrDefault();

    private static TimetableCard Card(int id, CourseId course) =>
        new(id, course, DayOfWeek.Monday, 2, WeekKind.Every, null, YearStart, null);
}
