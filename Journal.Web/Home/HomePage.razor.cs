using Journal.Web.Accounts;
using Microsoft.AspNetCore.Components;

namespace Journal.Web.Home;

public partial class HomePage
{
    [CascadingParameter]
    public required HttpContext Http { get; set; }

    [Inject]
    public required HomeReading Reading { get; set; }

    private HomeOf Home => Reading.Of(Http.User.Person());
}
