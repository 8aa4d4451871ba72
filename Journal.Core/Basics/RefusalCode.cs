using System.Text;

namespace Journal.Core.Basics;

/// <summary>A refusal's name as programs read it: <c>WindowClosed</c> is <c>window-closed</c>.</summary>
public static class RefusalCode
{
    public static string Of(Type refusal)
    {
        var text = new StringBuilder();
        foreach (var letter in refusal.Name)
        {
            if (char.IsUpper(letter) && text.Length > 0)
                text.Append('-');
            text.Append(char.ToLowerInvariant(letter));
        }

        return text.ToString();
    }
}
