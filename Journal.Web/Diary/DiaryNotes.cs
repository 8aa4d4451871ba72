using Journal.Core.Diary;
using Journal.Core.School;
using Journal.Web.Texts;

namespace Journal.Web.Diary;

/// <summary>«На заметку»: what a family should not have to search for in the week.</summary>
public sealed class DiaryNotes(DiaryFrames frames)
{
    public IReadOnlyList<DiaryNote> Of(DiaryWeek week) =>
        [.. Inside(week), .. week.Ahead.Select(Announced), .. week.Elsewhere.Select(monday => Elsewhere(week, monday))];

    private IEnumerable<DiaryNote> Inside(DiaryWeek week) =>
        from day in week.Days
        from lesson in day.Lessons
        from mark in lesson.Marks
        from note in Of(day, lesson, mark)
        select note;

    private IEnumerable<DiaryNote> Of(DiaryDay day, DiaryLesson lesson, DiaryMark mark)
    {
        var date = DiaryText.Day(day.Date);
        if (mark.News is { Kind: NewsKind.Changed, Was: { } was })
            yield return new(Phrase.With(Words.DiaryNoteChanged, lesson.Subject, date, was, mark.Value) + Said(mark));
        if (mark.News is { Kind: NewsKind.Removed, Was: { } gone })
            yield return new(Phrase.With(Words.DiaryNoteRemoved, lesson.Subject, date, gone));
        if (mark is { Due: true, DueBy: { } by })
            yield return new(Phrase.With(Words.DiaryNoteDueBy, lesson.Subject, Name(mark), date, DiaryText.Day(by)), IsWarning: true);
        else if (mark.Due)
            yield return new(Phrase.With(Words.DiaryNoteDue, lesson.Subject, Name(mark), date), IsWarning: true);
    }

    private string Said(DiaryMark mark) =>
        mark.Comment is { } comment ? " " + Phrase.With(Words.DiaryNoteComment, frames.Signature(mark.By), comment) : "";

    private static string Name(DiaryMark mark) => DiaryText.Work(mark.WorkType, mark.Title);

    private static DiaryNote Announced(AnnouncedWork work) =>
        new(
            Phrase.With(
                Words.DiaryNoteAhead,
                DiaryText.Weekday(work.Date),
                DiaryText.Day(work.Date),
                work.Subject,
                DiaryText.Work(work.WorkType, work.Title)
            )
        );

    private static DiaryNote Elsewhere(DiaryWeek week, DateOnly monday) =>
        new(
            Phrase.With(Words.DiaryNoteElsewhere, DiaryText.Week(monday, monday.AddDays(4))),
            Link: DiaryLinks.Week(week.Student, SchoolCalendar.MondayOf(monday))
        );
}
