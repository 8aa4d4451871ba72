namespace Journal.Web.Register.Print;

/// <summary>
/// The sheet in millimetres: A4 on its side, without its margins. print.css says the same; a test that prints holds the two together.
/// </summary>
internal static class Paper
{
    public const double Width = 271;
    public const double Height = 190;

    /// <summary>Columns of the left page; a lesson's is as wide as two digits need, wider only for what does not fit.</summary>
    public const double Number = 7;
    public const double Name = 44;
    public const double Carried = 24;
    public const double Results = 27;
    public const double Column = 6;
    public const double WideColumn = 10;
    public const double WidestColumn = 26;

    /// <summary>Columns of the right page.</summary>
    public const double Topic = 123;
    public const double Homework = 76;
    public const double Note = 36;

    public const double MarksHead = 14.7;
    public const double LessonsHead = 9.2;

    /// <summary>A student's row; a class that would go over by a few is set closer instead of taking another sheet.</summary>
    public const double Row = 5.5;
    public const double CloseRow = 4.9;
    public const double LessonRow = 7.2;

    private const double Side = 85;
    private const double Middle = 97;
    private const double Printed = 164;

    /// <summary>What is left for rows between the head and the foot of a sheet.</summary>
    public static double Room(PrintFrame frame, string legend, double tableHead) => Height - Head(frame) - tableHead - Foot(frame, legend);

    /// <summary>How high a row is when its tallest text takes so many lines.</summary>
    public static double RowHeight(double least, int lines, double line) => Math.Max(least, (lines * line) + 0.3);

    private static double Head(PrintFrame frame)
    {
        var under = Math.Max(1, Math.Max(TextFit.Lines(frame.Teachers, Side - 4, 8.5), TextFit.Lines(frame.Group, Side - 4, 8.5)));
        var left = (3.6 * TextFit.Lines(frame.TeachersOf, Side, 8)) + (3.9 * under);
        var right = 3.6 + (3.9 * TextFit.Lines(frame.Term, Side - 4, 8.5));
        var middle = 5.8 * TextFit.Lines(frame.Title, Middle, 13.5);
        return 2 + Math.Max(left, Math.Max(middle, right));
    }

    private static double Foot(PrintFrame frame, string legend) =>
        1.5 + (3 * TextFit.Lines(legend, Width, 7)) + Math.Max(4.2, 3 * TextFit.Lines(frame.Printed, Printed, 7));
}
