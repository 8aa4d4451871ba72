using Journal.Core.Basics;
using Journal.Core.Classes;
using Journal.Web.Texts;
using Microsoft.AspNetCore.Components;

namespace Journal.Web.Shell;

/// <summary>The sections as links: words in the bar, icons with words on a narrow screen's tabs.</summary>
public partial class SectionLinks
{
    private Sections _sections = new(false, [], false);

    [Parameter]
    public bool WithIcons { get; set; }

    [Inject]
    public required SchoolClock Clock { get; set; }

    protected override Task Read()
    {
        _sections = Sections.Of(Rosters.Current, Me, Clock.Today);
        return Task.CompletedTask;
    }

    private string NameOf(SchoolClass one) =>
        _sections.Classes.Count == 1 ? Words.SectionClass : Phrase.With(Words.SectionOneClass, one.Name);

    private RenderFragment? Image(RenderFragment glyph) => WithIcons ? glyph : null;
}
