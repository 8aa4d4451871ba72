using Journal.Core.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Journal.Web.Accounts.Storage;

/// <summary>For "dotnet ef migrations add … --context AccountsDb" only: the program itself is not started for that.</summary>
public sealed class AccountsDbAtDesign : IDesignTimeDbContextFactory<AccountsDb>
{
    public AccountsDb CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<AccountsDb>();
        AccountsDb.Use(options, new SchoolFile("design.db"));
        return new(options.Options);
    }
}
