namespace Journal.Core.Register;

/// <summary>A teacher forgets which layout is on: Latin letters are read by the key they lie on, or by their look.</summary>
internal static class KeyboardLayout
{
    private const string LatinKeys = "qwertyuiop[]asdfghjkl;'zxcvbnm,.QWERTYUIOP{}ASDFGHJKL:\"ZXCVBNM<>";
    private const string CyrillicKeys = "йцукенгшщзхъфывапролджэячсмитьбюЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮ";

    // y is left out: it looks like у but lies on н, and н is what a hand on the wrong layout means far more often.
    private const string LatinLooks = "aceohkmtxpbuACEOHKMTXPBU";
    private const string CyrillicLooks = "асеонкмтхрбуАСЕОНКМТХРБУ";

    /// <summary>The ways to read a text, the likeliest first.</summary>
    public static IEnumerable<string> Readings(string typed) =>
        [typed, Replace(typed, LatinKeys, CyrillicKeys), Replace(typed, LatinLooks, CyrillicLooks)];

    private static string Replace(string typed, string from, string to) =>
        string.Create(
            typed.Length,
            (typed, from, to),
            static (letters, way) =>
            {
                for (var i = 0; i < letters.Length; i++)
                {
                    var at = way.from.IndexOf(way.typed[i], StringComparison.Ordinal);
                    letters[i] = at < 0 ? way.typed[i] : way.to[at];
                }
            }
        );
}
