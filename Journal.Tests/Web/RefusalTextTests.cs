using System.Globalization;
using System.Reflection;
using System.Resources;
using System.Text.RegularExpressions;
using Journal.Core.Basics;
using Journal.Core.Courses;
using Journal.Core.Lessons;
using Journal.Core.Notices;
using Journal.Core.Register;
using Journal.Core.Remarks;
using Journal.Core.School;
using Journal.Web.Api;
using Journal.Web.Texts;

namespace Journal.Tests.Web;

/// <summary>Every reason the journal may give for a no: a sentence in both languages, and facts a program can read.</summary>
public sealed partial class RefusalTextTests
{
    // Their answer is what the cell holds now, not facts.
    private static readonly Type[] Conflicts =
    [
        typeof(MarkConflict),
        typeof(AttendanceConflict),
        typeof(WorkConflict),
        typeof(LessonConflict),
        typeof(SettingsConflict),
        typeof(RegulationConflict),
        typeof(PlanConflict),
        typeof(ReasonConflict),
        typeof(HomeworkConflict),
        typeof(LessonTaken),
        typeof(SubstitutionConflict),
        typeof(TeacherAbsenceConflict),
        typeof(RemarkConflict),
        typeof(NoticeConflict),
        typeof(MakeUpConflict),
    ];

    private static readonly ResourceManager Texts = new("Journal.Web.Texts.Refusals", typeof(RefusalText).Assembly);

    public static TheoryData<string> Names => [.. Types().Select(type => type.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void It_has_a_sentence_in_both_languages_that_fits_its_facts(string name)
    {
        var facts = Facts(name);
        foreach (var language in new[] { "ru", "en" })
        {
            var text = Sentence(name, language);
            Assert.False(string.IsNullOrWhiteSpace(text), $"{name} has no sentence in {language}");
            foreach (var place in Place().Matches(text).Select(match => (Index(match), Format: match.Groups["format"].Value)))
            {
                Assert.True(place.Item1 < facts.Length, $"{name} has no fact {place.Item1}");
                // An id says nothing to a person, and a record prints its own name.
                var fact = Nullable.GetUnderlyingType(facts[place.Item1].PropertyType) ?? facts[place.Item1].PropertyType;
                Assert.Contains(fact, new[] { typeof(int), typeof(long), typeof(string), typeof(DateOnly), typeof(TimeOnly) });
                Assert.Equal(fact == typeof(DateOnly) || fact == typeof(TimeOnly), place.Format.Length > 0);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Its_english_sentence_has_no_cyrillic(string name) => Assert.DoesNotMatch(@"\p{IsCyrillic}", Sentence(name, "en"));

    [Theory]
    [MemberData(nameof(Names))]
    public void Its_facts_are_plain_values_of_JSON(string name)
    {
        var type = Types().Single(one => one.Name == name);
        if (Conflicts.Contains(type))
            return;

        var constructor = type.GetConstructors(BindingFlags.Public | BindingFlags.Instance).Single();
        var refusal = (Refusal)constructor.Invoke([.. constructor.GetParameters().Select(one => Sample(one.ParameterType))]);

        var facts = RefusalFacts.Of(refusal);
        Assert.Equal(Facts(name).Length, facts?.Count ?? 0);
        foreach (var (key, value) in facts ?? new Dictionary<string, object?>())
        {
            Assert.True(value is int or long or bool or string, $"{name}.{key} is {value ?? "null"}");
            Assert.True(char.IsAsciiLetterLower(key[0]), key);
        }

        Assert.Matches("^[a-z]+(-[a-z]+)*$", RefusalFacts.Code(refusal));
        Assert.NotEmpty(RefusalText.For(refusal));
    }

    [Fact]
    public void No_sentence_is_left_of_a_refusal_that_is_gone()
    {
        var known = Texts.GetResourceSet(CultureInfo.InvariantCulture, createIfNotExists: true, tryParents: false)!;
        var keys = known.Cast<System.Collections.DictionaryEntry>().Select(entry => (string)entry.Key);
        Assert.Equal(Types().Select(type => type.Name).Order(), keys.Order());
    }

    private static IEnumerable<Type> Types() =>
        typeof(Refusal).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Refusal)) && !type.IsAbstract);

    private static PropertyInfo[] Facts(string name) =>
        Types().Single(type => type.Name == name).GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly);

    private static string Sentence(string name, string language) => Texts.GetString(name, CultureInfo.GetCultureInfo(language)) ?? "";

    private static int Index(Match match) => int.Parse(match.Groups["index"].Value, CultureInfo.InvariantCulture);

    private static object? Sample(Type type) =>
        type == typeof(string) ? "x"
        : type == typeof(Guid) ? Guid.CreateVersion7()
        : type.IsEnum ? Enum.GetValues(type).GetValue(0)
        : Activator.CreateInstance(type);

    [GeneratedRegex(@"\{(?<index>\d+)(:(?<format>[^}]+))?\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Place();
}
