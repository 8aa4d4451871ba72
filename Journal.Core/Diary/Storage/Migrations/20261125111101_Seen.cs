using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Journal.Core.Diary.Storage.Migrations
{
    /// <inheritdoc />
    public partial class Seen : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "DiarySeen",
                columns: table => new
                {
                    Viewer = table.Column<int>(type: "INTEGER", nullable: false),
                    Student = table.Column<int>(type: "INTEGER", nullable: false),
                    Seq = table.Column<long>(type: "INTEGER", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DiarySeen", x => new { x.Viewer, x.Student });
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "DiarySeen");
        }
    }
}
