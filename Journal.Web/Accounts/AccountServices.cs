using Journal.Web.Accounts.Storage;
using Journal.Web.Hosting;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Journal.Web.Accounts;

public static class AccountServices
{
    public static void AddAccounts(this IServiceCollection services)
    {
        services.AddDbContextFactory<AccountsDb>(
            (provider, db) => AccountsDb.Use(db, provider.GetRequiredService<DataFolder>().ConnectionString)
        );
        services
            .AddIdentityCore<Account>(identity =>
            {
                identity.User.AllowedUserNameCharacters = "";
                identity.Password = new() { RequiredLength = AccountBook.ShortestPassword };
            })
            .AddEntityFrameworkStores<AccountsDb>();

        services.AddSingleton<
            Microsoft.AspNetCore.Identity.ILookupNormalizer,
            Microsoft.AspNetCore.Identity.UpperInvariantLookupNormalizer
        >();
        services.AddSingleton(_ => new PasswordHashing());
        services.AddSingleton(provider => new SignInThrottle(provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<Sessions>().AddHostedService<SessionExpiry>();
        services.AddSingleton<DeviceCookie>().AddSingleton<SignIn>().AddSingleton<AccountBook>();
        services.AddSingleton<SetUpCode>().AddSingleton<SetUp>();
        services.TryAddSingleton<IFirstAdministrator, NobodyYet>();
        services.TryAddSingleton<Home.IHomeReading, NobodyYet>();
        services.AddSingleton<DemoAccounts>().AddSingleton<AccountsStart>();
        services.TryAddSingleton<IDemoPeople, NoDemoPeople>();

        services
            .AddAuthentication(SessionAuthentication.Scheme)
            .AddScheme<AuthenticationSchemeOptions, SessionAuthentication>(SessionAuthentication.Scheme, null);
        services.AddAuthorization();
        services.AddCascadingAuthenticationState();
    }
}
