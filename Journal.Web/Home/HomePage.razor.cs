using Journal.Web.Accounts;
using Microsoft.AspNetCore.Components;

namespace Journal.Web.Home;

public partial class HomePage
{
    [CascadingParameter]
    public required HttpContext Http { get; set; }

    [Inject]
    public required IHomeReading Reading { get; set; }

    private HomeOf? Home { get; set; }

    protected override async Task OnInitializedAsync() => Home = await Reading.Read(Http.User.Person(), Http.RequestAborted);
}
