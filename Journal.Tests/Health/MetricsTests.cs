using Journal.Core.Writing;
using Journal.Tests.Support;
using Journal.Web.Hosting;
using Microsoft.AspNetCore.Hosting;
using static Journal.Tests.Support.SmallSchoolFacts;

namespace Journal.Tests.Health;

/// <summary>The address for a monitoring system.</summary>
public sealed class MetricsTests(MetricsTests.MeasuredSchool school) : IClassFixture<MetricsTests.MeasuredSchool>
{
    private const string Key = "the-technicians-own-key";

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("the-key-of-somebody-else")]
    [InlineData(Key + ".")]
    [InlineData("THE-TECHNICIANS-OWN-KEY")]
    public async Task Without_the_key_nothing_is_told(string? shown)
    {
        using var caller = new Caller(school.Address, shown);

        var reply = await caller.Get("metrics");

        Assert.Equal((401, "Bearer"), (reply.Code, reply.Headers.WwwAuthenticate.ToString()));
        Assert.DoesNotContain("journal_", reply.Text);
    }

    [Fact]
    public async Task No_session_is_the_key_and_the_key_is_no_session()
    {
        using var administrator = await school.As("admin");
        using var scraper = new Caller(school.Address, Key);

        Assert.Equal(401, (await administrator.Get("metrics")).Code);
        Assert.Equal(401, (await scraper.Get("api/v1/me")).Code);
        Assert.Equal("/sign-in?return=%2Fschool%2Fhealth", (await scraper.Get("school/health")).Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task With_the_key_every_number_is_there_and_nobodys_name()
    {
        Assert.IsType<Applied>(await school.Writer.Submit(Put("5"), SmallSchoolFacts.Teacher));
        await school.Writer.Submit(Put("7", student: Boris), SmallSchoolFacts.Teacher);
        using var teacher = await school.As("teacher");
        await teacher.Get("api/v1/courses/1/page");
        await teacher.Get("journal/1?for=Фамилия21");
        using var scraper = new Caller(school.Address, Key);

        var reply = await scraper.Get("metrics");

        Assert.Equal((200, "text/plain"), (reply.Code, reply.Type));
        Assert.All(
            new[]
            {
                "journal_lane_queue",
                "journal_lane_batch_bucket",
                "journal_lane_commit_seconds_bucket",
                "journal_answers_total{",
                "outcome=\"applied\"",
                "kind=\"not-on-the-scale\"",
                "journal_feed_listeners",
                "journal_feed_overflows_total",
                "journal_pages_cached",
                "state=\"lost\"",
                "journal_hub_connections",
                "journal_passwords_waiting",
                "journal_sessions",
                "dotnet_gc_pause_time_seconds_total",
                "http_route=\"/api/v1/courses/{course:int}/page\"",
            },
            name => Assert.Contains(name, reply.Text)
        );
        Assert.DoesNotMatch(@"\p{IsCyrillic}", reply.Text);
        Assert.DoesNotContain("courses/1", reply.Text);
        Assert.DoesNotContain(Key, reply.Text);
    }

    [Fact]
    public async Task The_key_stands_in_no_log()
    {
        using var scraper = new Caller(school.Address, Key);
        await scraper.Get("metrics");
        await scraper.Get($"metrics?key={Uri.EscapeDataString(Key)}");

        Assert.DoesNotContain(school.Log(), line => line.Contains(Key));
        Assert.DoesNotContain(Key, new JournalOptions { MetricsKey = Key }.ToString());
    }

    [Fact]
    public async Task A_key_that_can_be_guessed_is_refused_at_the_start()
    {
        using var folder = new TempFolder();
        var settings = new ServerSettings
        {
            Data = folder["data"],
            More = new Dictionary<string, string?> { ["Journal:MetricsKey"] = "fifteen letters" },
        };

        var finished = await ServerProgram.Built.Run(settings);

        Assert.Equal(Verbs.Refused, finished.ExitCode);
        Assert.Contains("Journal:MetricsKey", finished.Errors);
        Assert.DoesNotContain("fifteen letters", finished.Errors);
    }

    public sealed class MeasuredSchool : ApiSchool
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.UseSetting("Journal:MetricsKey", Key);
        }
    }
}
