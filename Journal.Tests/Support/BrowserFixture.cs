using Microsoft.Playwright;

namespace Journal.Tests.Support;

/// <summary>One browser for a collection of tests; every visitor gets a context of their own, at most four at a time.</summary>
public sealed class BrowserFixture : IAsyncLifetime, IDisposable
{
    public const int Budget = 4;

    private static readonly SemaphoreSlim OneSetUp = new(1);

    private readonly SemaphoreSlim _places = new(Budget);
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public IBrowser Browser => _browser ?? throw new InvalidOperationException("The browser has not been started.");

    public async Task InitializeAsync()
    {
        // Three browsers share two cores: what takes long there is no failure.
        Assertions.SetDefaultExpectTimeout(20_000);
        _playwright = await Playwright.CreateAsync();
        // Whoever has to install a browser does it alone.
        await OneSetUp.WaitAsync();
        try
        {
            _browser = await new BrowserSetUp(_playwright).Launch();
        }
        finally
        {
            OneSetUp.Release();
        }
    }

    /// <summary>Somebody new at a computer of their own: Russian, Moscow time, no cookies.</summary>
    public async Task<Visitor> Visit(Uri address, Action<BrowserNewContextOptions>? change = null)
    {
        if (!await _places.WaitAsync(TimeSpan.FromSeconds(30)))
            throw new InvalidOperationException($"More than {Budget} visitors at once: dispose of one before the next comes.");
        try
        {
            var options = new BrowserNewContextOptions
            {
                BaseURL = address.ToString(),
                Locale = "ru-RU",
                TimezoneId = "Europe/Moscow",
                ViewportSize = new() { Width = 1440, Height = 900 },
            };
            change?.Invoke(options);
            return await Visitor.Arrive(await Browser.NewContextAsync(options), () => _places.Release());
        }
        catch
        {
            _places.Release();
            throw;
        }
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
    }

    public void Dispose() => _places.Dispose();
}
