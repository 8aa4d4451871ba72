using Microsoft.EntityFrameworkCore;

namespace Journal.Core.Persistence;

/// <summary>The files that belong to the record: every one that a task has or has had, and those of guardians' notices.</summary>
internal static class AttachedFiles
{
    private static readonly string[] Tables = ["HomeworkFiles", "NoticeFiles"];

    /// <summary>Each with the hash that was recorded; none in a file from before there were any.</summary>
    public static IReadOnlyList<(Guid Id, string Hash)> Of(SchoolFile file)
    {
        using var connection = file.Open();
        var found = new List<(Guid, string)>();
        foreach (var table in Tables)
        {
            using var command = connection.CreateCommand();
            command.CommandText = $"SELECT count(*) FROM sqlite_schema WHERE name = '{table}'";
            if ((long)command.ExecuteScalar()! == 0)
                continue;

            command.CommandText = $"SELECT DISTINCT File, Hash FROM {table} ORDER BY File";
            using var reader = command.ExecuteReader();
            while (reader.Read())
                found.Add((reader.GetGuid(0), reader.GetString(1)));
        }

        return found;
    }

    /// <summary>The same by their ids, as a part of a question to the database.</summary>
    public static IQueryable<Guid> In(JournalDb db) =>
        db.Database.SqlQueryRaw<Guid>(string.Join(" UNION ", Tables.Select(table => $"SELECT File AS Value FROM {table}")));

    /// <summary>Brings those that are missing here. What is there is never written again: its content cannot have changed.</summary>
    public static void Fetch(SchoolFile file, FileStore to, FileStore from)
    {
        foreach (var (id, _) in Of(file))
            to.Fetch(id, from);
    }
}
