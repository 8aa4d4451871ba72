using System.Globalization;
using System.Resources;
using Microsoft.Extensions.Localization;
using MudBlazor;

namespace Journal.Web.Texts;

/// <summary>The words MudBlazor's own parts bring along ("Close", "Next month"), in Russian. It speaks English by itself.</summary>
public sealed class PartTexts : MudLocalizer
{
    private static readonly ResourceManager Russian = new("Journal.Web.Texts.Parts", typeof(PartTexts).Assembly);

    public override LocalizedString this[string key] =>
        CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "ru" && Russian.GetString(key, CultureInfo.InvariantCulture) is { } text
            ? new(key, text)
            : new(key, key, resourceNotFound: true);
}
