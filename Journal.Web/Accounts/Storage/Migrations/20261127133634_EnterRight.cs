using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Journal.Web.Accounts.Storage.Migrations
{
    /// <inheritdoc />
    public partial class EnterRight : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "EnterRight",
                table: "Accounts",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "EnterRight",
                table: "Accounts");
        }
    }
}
