using System.Text;
using System.Text.Json;
using Journal.Core;
using Journal.Core.Basics;
using Journal.Core.People;
using Journal.Core.Persistence;
using Journal.Tests.Support;
using Microsoft.EntityFrameworkCore;
using static Journal.Tests.Support.SmallSchoolFacts;

namespace Journal.Tests.Persistence;

public sealed class EventBookTests
{
    private static readonly EventBook Book = JournalCore.Events();

    // In the log for ever: a name may be added here, never changed.
    private const string Kinds = """
        absence.shown absence.told attendance-code.added attendance.set bell-schedule.added bell.added card.placed
        class-teacher.appointed class.joined class.opened course.opened day-order.revoked day.ordered group.formed group.joined
        guardian.linked guardian.unlinked holiday-set.added holiday.added homework.given homework.set lesson-plan.approved
        lesson-plan.set lesson-plan.written lesson.recorded lesson.scheduled lesson.substituted load.ended load.given
        make-up.recorded mark.hidden mark.set mark.shown marks-off.set notice.answered notice.withdrawn omissions.reported
        omissions.settled page.outdated person.added reason.set regulation.adopted remark.corrected remark.withdrawn
        remark.written role.granted role.revoked roll.declared rooms.placed scale.added settings.changed subject.added
        teacher-absence.recorded teacher-absence.revoked term-set.added term.added term.locked term.unlocked timetable.changed
        work-type.added work.added work.changed work.removed work.restored year.opened
        """;

    public static TheoryData<string> Types => [.. EventSamples.Types.Select(type => type.Name)];

    [Fact]
    public void Every_event_is_in_the_book_under_the_name_it_has_in_the_log()
    {
        Assert.Equal(EventSamples.Types.ToHashSet(), Book.Types.ToHashSet());
        Assert.Equal(
            Kinds.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
            EventSamples.Types.Select(type => Book.Kind(EventSamples.Full(type))).Order(StringComparer.Ordinal)
        );
    }

    [Theory]
    [MemberData(nameof(Types))]
    public void An_event_comes_back_from_the_log_byte_for_byte(string name)
    {
        var type = EventSamples.Types.Single(one => one.Name == name);
        foreach (var fact in new[] { EventSamples.Full(type), EventSamples.Sparse(type) })
        {
            var payload = Book.Payload(fact);

            var read = Book.Read(Book.Kind(fact), payload);

            Assert.IsType(type, read);
            Assert.Equal(Encoding.UTF8.GetString(payload), Encoding.UTF8.GetString(Book.Payload(read)));
            Assert.Equal(fact.Concern, read.Concern);
        }
    }

    [Fact]
    public void A_full_event_has_every_field_in_its_payload() =>
        Assert.All(
            EventSamples.Types.Where(type => type != typeof(PersonAdded)),
            type =>
            {
                using var json = JsonDocument.Parse(Book.Payload(EventSamples.Full(type)));
                var fields = type.GetConstructors().MaxBy(one => one.GetParameters().Length)!.GetParameters();

                Assert.Equal(fields.Length, json.RootElement.EnumerateObject().Count());
            }
        );

    [Fact]
    public async Task The_log_names_nobody()
    {
        await using var school = new SmallSchool();
        await school.Writer.Submit(
            new AddPerson(new PersonCard("Фамилия77", "Имя77", "Отчество77", true, Today, "mail77@school.example")),
            Registrar
        );
        await using var db = school.File.Context();

        var texts = db
            .Changes.AsNoTracking()
            .AsEnumerable()
            .SelectMany(change => Texts(JsonDocument.Parse(change.Payload).RootElement))
            .ToArray();

        Assert.Contains("1 четверть", texts);
        Assert.DoesNotContain(
            texts,
            text => text.Contains("Фамилия") || text.Contains("Имя") || text.Contains("Отчество") || text.Contains('@')
        );
        Assert.Contains(school.Roster.People.Values, card => card is { Family: "Фамилия77" });
    }

    [Fact]
    public void A_name_given_to_a_new_person_is_not_in_the_event() =>
        Assert.Equal(
            """{"who":7}""",
            Encoding.UTF8.GetString(Book.Payload(new PersonAdded(new PersonId(7)) { Card = new("Ф", "И", null) }))
        );

    private static IEnumerable<string> Texts(JsonElement element) =>
        element.ValueKind switch
        {
            JsonValueKind.String => [element.GetString()!],
            JsonValueKind.Object => element.EnumerateObject().SelectMany(one => Texts(one.Value).Append(one.Name)),
            JsonValueKind.Array => element.EnumerateArray().SelectMany(Texts),
            _ => [],
        };
}
