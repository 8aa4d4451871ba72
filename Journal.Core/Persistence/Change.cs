using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Journal.Core.Persistence;

/// <summary>One row of the log: the audit trail, the order of all events, the feed's memory and the proof against forgery in one table.</summary>
public sealed class Change
{
    /// <summary>Gapless from 1.</summary>
    public required long Seq { get; init; }

    /// <summary>UTC ticks.</summary>
    public required long At { get; init; }

    public required int Actor { get; init; }

    /// <summary>16 bytes, big-endian.</summary>
    public required byte[] CommandId { get; init; }

    public required int Part { get; init; }

    /// <summary>SHA-256 of the command as it came: the same id with another content is refused.</summary>
    public required byte[] ContentHash { get; init; }

    public required string Kind { get; init; }

    public int? Course { get; init; }

    public int? Class { get; init; }

    public int? Student { get; init; }

    public int? Person { get; init; }

    /// <summary>UTF-8 JSON of the event, byte for byte as it was hashed.</summary>
    public required byte[] Payload { get; init; }

    /// <summary>SHA-256 over the previous row's hash and this row (see <see cref="HashChain"/>).</summary>
    public byte[] Hash { get; internal set; } = [];

    private sealed class Table : IEntityTypeConfiguration<Change>
    {
        public void Configure(EntityTypeBuilder<Change> builder)
        {
            builder.ToTable("Changes").HasKey(change => change.Seq);
            builder.Property(change => change.Seq).ValueGeneratedNever();
            builder
                .HasIndex(change => new
                {
                    change.Actor,
                    change.CommandId,
                    change.Part,
                })
                .IsUnique();
            builder.HasIndex(change => new { change.Course, change.Seq });
            // What a course's families hear of it is a small part of its changes, most of which are about one student.
            builder
                .HasIndex(change => new { change.Course, change.Seq }, "IX_Changes_Course_Seq_NoStudent")
                .HasFilter("\"Student\" IS NULL");
            builder.HasIndex(change => new { change.Class, change.Seq });
            builder.HasIndex(change => new { change.Student, change.Seq });
            // A cell's past: a few dozen of the thousand changes of a student's year.
            builder
                .HasIndex(change => new
                {
                    change.Student,
                    change.Course,
                    change.Seq,
                })
                .HasFilter("\"Student\" IS NOT NULL AND \"Course\" IS NOT NULL");
            builder.HasIndex(change => new { change.Person, change.Seq });
        }
    }
}
