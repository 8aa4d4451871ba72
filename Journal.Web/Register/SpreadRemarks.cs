using Journal.Core.Basics;
using Journal.Web.Remarks;
using Journal.Web.Texts;
using Microsoft.JSInterop;

namespace Journal.Web.Register;

public sealed partial class Spread
{
    /// <summary>From the browser: a remark on a student in the lesson one stands in.</summary>
    [JSInvokable]
    public async Task Remark(int student, int lesson)
    {
        if (!_mayEdit || _view is not { } view || !view.Page.Lessons.TryGetValue(new LessonId(lesson), out var known))
            return;

        var subject = view.Roster.Subjects[view.Roster.Courses[Page.Course].Subject].Name;
        var place = RemarkPlace.In(Page.Course, known.Id, Phrase.With(Words.RemarkWhere, subject, known.Date, known.Number));
        await RemarkDialog.Open(Dialogs, Me, view.Roster, place, [new StudentId(student)]);
    }
}
