using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Journal.Core.Persistence;

/// <summary>For <c>dotnet ef migrations add</c> only.</summary>
internal sealed class JournalDbDesign : IDesignTimeDbContextFactory<JournalDb>
{
    public JournalDb CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<JournalDb>();
        new SchoolFile("design.db").Configure(options);
        return new JournalDb(options.Options);
    }
}
