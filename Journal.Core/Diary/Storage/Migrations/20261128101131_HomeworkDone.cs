using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Journal.Core.Diary.Storage.Migrations
{
    /// <inheritdoc />
    public partial class HomeworkDone : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "HomeworkDone",
                columns: table => new
                {
                    Student = table.Column<int>(type: "INTEGER", nullable: false),
                    Lesson = table.Column<int>(type: "INTEGER", nullable: false),
                    Task = table.Column<int>(type: "INTEGER", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_HomeworkDone", x => new { x.Student, x.Lesson, x.Task });
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "HomeworkDone");
        }
    }
}
