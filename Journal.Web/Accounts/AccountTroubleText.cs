using Journal.Web.Texts;

namespace Journal.Web.Accounts;

public static class AccountTroubleText
{
    public static string For(AccountTrouble trouble) =>
        trouble switch
        {
            AccountTrouble.LoginTaken => Words.AccountLoginTaken,
            AccountTrouble.LoginUnfit => Words.AccountLoginUnfit,
            AccountTrouble.PasswordTooShort => Phrase.With(Words.AccountPasswordTooShort, AccountBook.ShortestPassword),
            AccountTrouble.PasswordTooLong => Phrase.With(Words.AccountPasswordTooLong, AccountBook.LongestPassword),
            AccountTrouble.PasswordIsLogin => Words.AccountPasswordIsLogin,
            AccountTrouble.Superseded => Words.OwnPasswordWrong,
            _ => Words.SignInBusy,
        };
}
