using System.Globalization;
using System.Security.Claims;
using Bunit;
using Journal.Core.Access;
using Journal.Core.Basics;
using Journal.Core.Control.Storage;
using Journal.Core.Courses.Storage;
using Journal.Core.Diary.Storage;
using Journal.Core.Notices.Storage;
using Journal.Core.Register.Storage;
using Journal.Tests.Support;
using Journal.Web.Health;
using Journal.Web.Home;
using Journal.Web.Hosting;
using Journal.Web.Live;
using Journal.Web.Roll;
using Journal.Web.Shell;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor.Services;

namespace Journal.Tests.Shell;

/// <summary>Staff screens of the small school, in Russian, as somebody who is signed in.</summary>
public abstract class StaffContext : BunitContext, IAsyncLifetime
{
    protected StaffContext()
    {
        Language.Is("ru");
        SeenBook.Prepare(School.File);
        Services.AddSingleton(School.Get<RosterSource>());
        Services.AddSingleton(School.Get<SchoolClock>());
        Services.AddSingleton(School.Get<Readings>());
        Services.AddSingleton<HomeReading>();
        Services.AddSingleton(new JournalOptions());
        Services.AddSingleton<TimeProvider>(School.Clock);
        Services.AddSingleton(_ => new Readout(School.Get<JournalMeter>(), School.Clock));
        Services.AddSingleton(School.Get<LiveStream>());
        Services.AddSingleton<RollViews>();
        Services.AddSingleton(School.Writer);
        Services.AddSingleton(School.Pages);
        Services.AddSingleton(School.Get<AttendanceWatch>());
        Services.AddSingleton(School.Get<HomeworkWatch>());
        Services.AddSingleton(School.Get<NoticeWatch>());
        Services.AddSingleton(School.Get<ReportWatch>());
        Services.AddSingleton(School.Get<ReadBook>());
        Services.AddSingleton<PageLine>();
        Services.AddSingleton<DrawingTurns>();
        Services.AddMudServices();
        JSInterop.Mode = JSRuntimeMode.Loose;
        SetRendererInfo(new RendererInfo("Server", isInteractive: true));
    }

    protected SmallSchool School { get; } = new();

    public Task InitializeAsync() => Task.CompletedTask;

    async Task IAsyncLifetime.DisposeAsync()
    {
        await DisposeAsync();
        await School.DisposeAsync();
    }

    /// <summary>The frame of every staff page around this body, as that person sees it.</summary>
    protected IRenderedComponent<StaffLayout> Frame(Actor who, RenderFragment? body = null, Visit? visit = null) =>
        Show<StaffLayout>(who, layout => layout.Add(l => l.Body, body ?? (content => content.AddContent(0, "…"))), visit);

    protected IRenderedComponent<T> Show<T>(Actor who, Action<ComponentParameterCollectionBuilder<T>> more, Visit? visit = null)
        where T : IComponent
    {
        var claims = new ClaimsIdentity([new("person", who.Person.Value.ToString(CultureInfo.InvariantCulture))], "test");
        return Render<T>(parameters =>
        {
            parameters.AddCascadingValue(Task.FromResult(new AuthenticationState(new ClaimsPrincipal(claims))));
            parameters.AddCascadingValue(visit ?? new Visit(Theme: null, PlainHttp: false, SharedComputer: false));
            more(parameters);
        });
    }
}
