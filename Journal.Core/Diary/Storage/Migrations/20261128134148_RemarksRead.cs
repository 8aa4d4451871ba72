using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Journal.Core.Diary.Storage.Migrations
{
    /// <inheritdoc />
    public partial class RemarksRead : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "RemarkRead",
                columns: table => new
                {
                    Remark = table.Column<int>(type: "INTEGER", nullable: false),
                    Person = table.Column<int>(type: "INTEGER", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RemarkRead", x => new { x.Remark, x.Person });
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "RemarkRead");
        }
    }
}
