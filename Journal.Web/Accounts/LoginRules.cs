namespace Journal.Web.Accounts;

/// <summary>A login is typed by hand from a printed slip: letters, digits and four signs.</summary>
public static class LoginRules
{
    public const int Shortest = 3;
    public const int Longest = 64;

    public static bool Fits(string login) =>
        login.Length is >= Shortest and <= Longest && login.All(c => char.IsLetterOrDigit(c) || c is '.' or '-' or '_' or '@');
}
