using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Journal.Core.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class LessonVersions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "At",
                table: "Lessons",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "By",
                table: "Lessons",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "Version",
                table: "Lessons",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.CreateIndex(
                name: "IX_Changes_Course_Seq_NoStudent",
                table: "Changes",
                columns: new[] { "Course", "Seq" },
                filter: "\"Student\" IS NULL");

            // A projection made from the log today says the same: a file of the former version must verify. A bare column beside max() is
            // that of the row with the maximum.
            migrationBuilder.Sql(
                """
                UPDATE "Lessons" SET "Version" = last."Seq", "By" = last."Actor", "At" = last."At"
                FROM (
                    SELECT max("Seq") AS "Seq", "Actor", "At", json_extract(CAST("Payload" AS TEXT), '$.after.id') AS "Lesson"
                    FROM "Changes" WHERE "Kind" = 'lesson.recorded' GROUP BY 4
                ) AS last
                WHERE last."Lesson" = "Lessons"."Id"
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Changes_Course_Seq_NoStudent",
                table: "Changes");

            migrationBuilder.DropColumn(
                name: "At",
                table: "Lessons");

            migrationBuilder.DropColumn(
                name: "By",
                table: "Lessons");

            migrationBuilder.DropColumn(
                name: "Version",
                table: "Lessons");
        }
    }
}
