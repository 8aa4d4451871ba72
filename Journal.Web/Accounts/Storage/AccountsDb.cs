using Journal.Core.Basics;
using Journal.Core.Persistence;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace Journal.Web.Accounts.Storage;

/// <summary>
/// Accounts and sessions, in the journal's own file but outside its lane and its log: they are no part of the record.
/// </summary>
public sealed class AccountsDb(DbContextOptions<AccountsDb> options) : IdentityUserContext<Account, int>(options)
{
    public const string History = "__AccountsMigrations";

    public DbSet<SessionRow> Sessions => Set<SessionRow>();

    public static void Use(DbContextOptionsBuilder options, SchoolFile file)
    {
        file.Configure(options);
        options.UseSqlite(sqlite => sqlite.MigrationsHistoryTable(History));
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.Entity<Account>(account =>
        {
            account.ToTable("Accounts");
            account.Property(a => a.PersonId).HasConversion(id => id.Value, value => new PersonId(value));
            account.HasIndex(a => a.PersonId);
            account.HasMany<SessionRow>().WithOne().HasForeignKey(s => s.AccountId).OnDelete(DeleteBehavior.Cascade);
        });
        builder.Entity<Microsoft.AspNetCore.Identity.IdentityUserClaim<int>>().ToTable("AccountClaims");
        builder.Entity<Microsoft.AspNetCore.Identity.IdentityUserLogin<int>>().ToTable("AccountLogins");
        builder.Entity<Microsoft.AspNetCore.Identity.IdentityUserToken<int>>().ToTable("AccountTokens");
        builder.Entity<SessionRow>(session =>
        {
            session.ToTable("Sessions");
            session.HasIndex(s => s.TokenHash).IsUnique();
            session.Property(s => s.TokenHash).HasMaxLength(32);
            session.Property(s => s.Agent).HasMaxLength(100);
        });
    }
}
