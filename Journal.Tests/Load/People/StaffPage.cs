using System.Diagnostics;
using System.Globalization;
using Journal.Load.Wire;

namespace Journal.Load.People;

/// <summary>A journal page open in somebody's browser: drawn by the server's edits, and asked when it first showed which version of a cell.</summary>
internal sealed class StaffPage(Browser browser, int course) : LivePage(browser, $"/journal/{course}")
{
    private readonly Dictionary<(int Work, int Student), List<(long Version, long At)>> _shown = [];
    private PageTree _tree = new();
    private int[] _works = [];

    public int Course => course;

    public override void Draw(ReadOnlyMemory<byte> batch)
    {
        lock (_shown)
        {
            _tree.Draw(new RenderBatch(batch));
            if (_works.Length == 0)
                Begin();
        }
    }

    /// <summary>When this version of the cell, or a later one, was first drawn; null when it was not.</summary>
    public long? Showed((int Work, int Student) cell, long version)
    {
        lock (_shown)
        {
            if (!_shown.TryGetValue(cell, out var all))
                return null;
            foreach (var (shown, at) in all)
            {
                if (shown >= version)
                    return at;
            }

            return null;
        }
    }

    /// <summary>What stands in each cell: its version and its text.</summary>
    public Dictionary<(int Work, int Student), (long Version, string Text)> Cells()
    {
        lock (_shown)
            return Rows().SelectMany(row => CellsOf(row)).ToDictionary(one => one.Cell, one => (VersionOf(one.Node), one.Node.AllText()));
    }

    public Task<OpenPage> ReadAnew(School school, CancellationToken ct) => OpenPage.Read(Browser, course, school.Monday, school.Today, ct);

    protected override void Refresh() => Fail("A journal page was asked for anew.");

    protected override void Forget()
    {
        lock (_shown)
            (_tree, _works) = (new PageTree { Watched = ("data-v", Shown) }, []);
    }

    // The page was first drawn without its columns known: what it showed then is noted now.
    private void Begin()
    {
        _works =
        [
            .. Nodes()
                .Where(node => node.Element == "th" && node.Attributes.ContainsKey("data-work"))
                .Select(node => int.Parse(node.Attributes["data-work"], CultureInfo.InvariantCulture)),
        ];
        if (_works.Length == 0)
            return;

        foreach (var (cell, node) in Rows().SelectMany(row => CellsOf(row)))
            Note(cell, VersionOf(node));
        IsWhole();
    }

    private void Shown(Node node, string version)
    {
        if (_works.Length > 0 && node.Parent is { } row && CellsOf(row).FirstOrDefault(one => one.Node == node) is { Node: not null } found)
            Note(found.Cell, long.Parse(version, CultureInfo.InvariantCulture));
    }

    private void Note((int Work, int Student) cell, long version)
    {
        if (!_shown.TryGetValue(cell, out var all))
            _shown.Add(cell, all = []);
        if (all.Count == 0 || all[^1].Version != version)
            all.Add((version, Stopwatch.GetTimestamp()));
    }

    private IEnumerable<Node> Nodes() => _tree.Roots.SelectMany(root => root.Descendants());

    private IEnumerable<Node> Rows() => Nodes().Where(node => node.Element == "tr" && node.Attributes.ContainsKey("data-student"));

    // In front stand number and what came along, behind average and count.
    private IEnumerable<((int Work, int Student) Cell, Node Node)> CellsOf(Node row)
    {
        var student = int.Parse(row.Attributes["data-student"], CultureInfo.InvariantCulture);
        var cells = row.Children.Where(node => node.Element == "td").ToList();
        return cells.Skip(cells.Count - 2 - _works.Length).Take(_works.Length).Select((node, place) => ((_works[place], student), node));
    }

    private static long VersionOf(Node cell) =>
        cell.Attributes.TryGetValue("data-v", out var version) ? long.Parse(version, CultureInfo.InvariantCulture) : 0;
}
