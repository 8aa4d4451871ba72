namespace Journal.Web.Accounts.Pages;

public sealed class SetUpInput
{
    public string? Code { get; set; }

    public string? Family { get; set; }

    public string? Given { get; set; }

    public string? Patronymic { get; set; }

    public string? Login { get; set; }

    public string? Password { get; set; }

    /// <summary>Null when something is missing.</summary>
    public FirstAdministrator? Complete() =>
        Clean(Family) is { } family && Clean(Given) is { } given && Clean(Login) is { } login && !string.IsNullOrEmpty(Password)
            ? new(family, given, Clean(Patronymic), login, Password)
            : null;

    private static string? Clean(string? text) => string.IsNullOrWhiteSpace(text) || text.Length > 128 ? null : text.Trim();
}
