using Journal.Core.Persistence;
using Journal.Web.Accounts.Storage;
using Microsoft.AspNetCore.Authentication;

namespace Journal.Web.Accounts;

public static class AccountServices
{
    public static void AddAccounts(this IServiceCollection services)
    {
        services.AddDbContextFactory<AccountsDb>((provider, db) => AccountsDb.Use(db, provider.GetRequiredService<SchoolFile>()));
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
        services.AddSingleton<Kiosks>().AddSingleton<DeviceCookie>().AddSingleton<PasswordCheck>().AddSingleton<SignIn>();
        services.AddSingleton<AccountBook>().AddSingleton<OwnPassword>();
        services.AddSingleton<SetUpCode>().AddSingleton<SetUp>().AddSingleton<FoundingTheSchool>();
        services.AddSingleton<DemoAccounts>().AddSingleton<DemoCast>().AddSingleton<AccountsStart>();

        services
            .AddAuthentication(SessionAuthentication.Scheme)
            .AddScheme<AuthenticationSchemeOptions, SessionAuthentication>(SessionAuthentication.Scheme, null);
        services.AddAuthorization();
        services.AddCascadingAuthenticationState();
    }
}
