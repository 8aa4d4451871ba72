using Journal.Web.Hosting;
using Microsoft.AspNetCore.Http;
using Serilog.Events;

namespace Journal.Tests.Web;

public sealed class RequestLogTests
{
    [Theory]
    [InlineData("/journal/1", 200, 999, LogEventLevel.Debug)]
    [InlineData("/journal/1", 200, 1001, LogEventLevel.Warning)]
    [InlineData("/api/v1/me", 500, 1, LogEventLevel.Error)]
    public void Failures_and_slow_answers_are_written_down(string path, int status, double milliseconds, LogEventLevel level) =>
        Assert.Equal(level, JournalLog.Level(Answered(path, status), milliseconds, failure: null));

    [Theory]
    [InlineData("/_blazor")]
    [InlineData("/hubs/live")]
    public void A_request_that_waits_for_news_is_not_slow(string path)
    {
        Assert.Equal(LogEventLevel.Debug, JournalLog.Level(Answered(path, 200), 90_000, failure: null));
        Assert.Equal(LogEventLevel.Error, JournalLog.Level(Answered(path, 500), 1, new InvalidOperationException()));
    }

    private static DefaultHttpContext Answered(string path, int status)
    {
        var http = new DefaultHttpContext();
        (http.Request.Path, http.Response.StatusCode) = (path, status);
        return http;
    }
}
