namespace Journal.Core.Persistence;

/// <summary>The files that belong to the record: every one that a task has or has had.</summary>
internal static class AttachedFiles
{
    /// <summary>Each with the hash that was recorded; none in a file from before there were any.</summary>
    public static IReadOnlyList<(Guid Id, string Hash)> Of(SchoolFile file)
    {
        using var connection = file.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT count(*) FROM sqlite_schema WHERE name = 'HomeworkFiles'";
        if ((long)command.ExecuteScalar()! == 0)
            return [];

        command.CommandText = "SELECT DISTINCT File, Hash FROM HomeworkFiles ORDER BY File";
        using var reader = command.ExecuteReader();
        var found = new List<(Guid, string)>();
        while (reader.Read())
            found.Add((reader.GetGuid(0), reader.GetString(1)));
        return found;
    }

    /// <summary>Brings those that are missing here. What is there is never written again: its content cannot have changed.</summary>
    public static void Fetch(SchoolFile file, FileStore to, FileStore from)
    {
        foreach (var (id, _) in Of(file))
            to.Fetch(id, from);
    }
}
