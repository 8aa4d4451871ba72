using Journal.Core.Register;
using Journal.Web.Texts;

namespace Journal.Web.Register;

/// <summary>The protocol of a make-up in the reader's words.</summary>
public static class MakeUpText
{
    public static string Of(MakeUpCell cell) => cell.Value is { } protocol ? Of(protocol) : Words.MakeUpWithout;

    /// <summary>«отработано 18.12, протокол № 5».</summary>
    public static string Of(MakeUpProtocol protocol) => Phrase.With(Words.MakeUpWith, protocol.Date, protocol.Number);
}
