using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Journal.Core.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class TimetableVersions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Rooms",
                columns: table => new
                {
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    Building = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Rooms", x => x.Name);
                });

            migrationBuilder.CreateTable(
                name: "TimetableChanges",
                columns: table => new
                {
                    Seq = table.Column<long>(type: "INTEGER", nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    To = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Note = table.Column<string>(type: "TEXT", nullable: false),
                    By = table.Column<int>(type: "INTEGER", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TimetableChanges", x => x.Seq);
                });

            migrationBuilder.CreateTable(
                name: "TimetableChangeClasses",
                columns: table => new
                {
                    Change = table.Column<long>(type: "INTEGER", nullable: false),
                    Class = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TimetableChangeClasses", x => new { x.Change, x.Class });
                    table.ForeignKey(
                        name: "FK_TimetableChangeClasses_TimetableChanges_Change",
                        column: x => x.Change,
                        principalTable: "TimetableChanges",
                        principalColumn: "Seq",
                        onDelete: ReferentialAction.Cascade);
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Rooms");

            migrationBuilder.DropTable(
                name: "TimetableChangeClasses");

            migrationBuilder.DropTable(
                name: "TimetableChanges");
        }
    }
}
