using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Journal.Core.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class PlanTopics : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Homework",
                table: "PlanTopics",
                type: "TEXT",
                nullable: true);

            // Until now a topic was a lesson.
            migrationBuilder.AddColumn<int>(
                name: "Hours",
                table: "PlanTopics",
                type: "INTEGER",
                nullable: false,
                defaultValue: 1);

            migrationBuilder.AddColumn<string>(
                name: "Section",
                table: "PlanTopics",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Work",
                table: "PlanTopics",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "PlanApprovals",
                columns: table => new
                {
                    Course = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false),
                    Seq = table.Column<long>(type: "INTEGER", nullable: false),
                    By = table.Column<int>(type: "INTEGER", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PlanApprovals", x => x.Course);
                    table.ForeignKey(
                        name: "FK_PlanApprovals_Courses_Course",
                        column: x => x.Course,
                        principalTable: "Courses",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Plans",
                columns: table => new
                {
                    Course = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false),
                    By = table.Column<int>(type: "INTEGER", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Plans", x => x.Course);
                    table.ForeignKey(
                        name: "FK_Plans_Courses_Course",
                        column: x => x.Course,
                        principalTable: "Courses",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            // A projection made from the log today says the same: a file of the former version must verify. A bare column beside max() is
            // that of the row with the maximum.
            migrationBuilder.Sql(
                """
                INSERT INTO "Plans" ("Course", "Version", "By", "At")
                SELECT "Course", max("Seq"), "Actor", "At" FROM "Changes" WHERE "Kind" = 'lesson-plan.set' GROUP BY "Course"
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "PlanApprovals");

            migrationBuilder.DropTable(
                name: "Plans");

            migrationBuilder.DropColumn(
                name: "Homework",
                table: "PlanTopics");

            migrationBuilder.DropColumn(
                name: "Hours",
                table: "PlanTopics");

            migrationBuilder.DropColumn(
                name: "Section",
                table: "PlanTopics");

            migrationBuilder.DropColumn(
                name: "Work",
                table: "PlanTopics");
        }
    }
}
