using Microsoft.AspNetCore.Identity;

namespace Journal.Web.Accounts;

/// <summary>Whether a typed password is the account's, at sign-in and where it is asked once more. Whoever asks has entered the throttle.</summary>
public sealed class PasswordCheck(PasswordHashing hashing, SignInThrottle throttle)
{
    /// <summary>Null when too many are waiting; the attempt is then taken back.</summary>
    public async Task<PasswordVerificationResult?> Verify(Account? account, string password, ThrottleKey key, CancellationToken ct)
    {
        try
        {
            var verdict = await hashing.Verify(
                account?.PasswordHash,
                password[..Math.Min(password.Length, AccountBook.LongestPassword)],
                ct
            );
            if (verdict is null)
                throttle.Withdrawn(key);

            return verdict;
        }
        catch (OperationCanceledException)
        {
            // Only a caller who left while waiting: once hashing has begun, its answer counts.
            throttle.Withdrawn(key);
            throw;
        }
    }
}
