using Journal.Core.Basics;
using Journal.Core.Courses;
using Journal.Core.Homework;
using Journal.Core.Lessons;
using Journal.Core.Persistence;
using Journal.Core.Register;
using Journal.Core.Register.Storage;

namespace Journal.Core.Access;

/// <summary>
/// What a student's readers are told of the lessons of a course: bare notices, of lessons on days the student belongs to the group. They carry
/// no value and nobody's name, so there is nothing in them to hide.
/// </summary>
public sealed class DiaryNotices(EventBook events, JournalPages pages)
{
    public ChangeTold? Tell(Committed change, StudentId student, View view, Roster roster) =>
        change.Event switch
        {
            LessonRecorded e when Differs(e) => Of(change, e.Course, e.After.Id, roster.Learns(student, e.Course, e.After.Date)),
            LessonSubstituted e => Of(change, e.Course, e.Lesson, roster.Learns(student, e.Course, (e.After ?? e.Before)!.Date)),
            // One for some is told to each of them by a change of their own.
            HomeworkSet { After.IsForSome: false } e => Of(change, e.Course, e.After.Lesson, IsTheirs(e, student, roster)),
            WorkAdded e when Sees(view, e.Work) => OfColumn(change, student, e.Course, e.Term, roster, e.Work),
            WorkChanged e when Sees(view, e.Before, e.After) => OfColumn(change, student, e.Course, e.Term, roster, e.After, e.Before),
            WorkRemoved e when Sees(view, e.Work) => OfColumn(change, student, e.Course, e.Term, roster, e.Work),
            WorkRestored e when Sees(view, e.Work) => OfColumn(change, student, e.Course, e.Term, roster, e.Work),
            _ => null,
        };

    private bool IsTheirs(HomeworkSet e, StudentId student, Roster roster) =>
        pages.Read(new PageId(e.Course, e.Term))?.Lessons.GetValueOrDefault(e.After.Lesson) is { } lesson
        && roster.Learns(student, e.Course, lesson.Date);

    // Who gave it is no part of a diary.
    private static bool Differs(LessonRecorded e) => e.Before != e.After with { Teachers = e.Before.Teachers };

    private static bool Sees(View view, params ReadOnlySpan<Work> states)
    {
        foreach (var work in states)
        {
            if (work.Shown || view == View.Staff)
                return true;
        }

        return false;
    }

    private ChangeTold? OfColumn(Committed change, StudentId student, CourseId course, TermId term, Roster roster, params Work[] states)
    {
        var lessons = pages.Read(new PageId(course, term))?.Lessons;
        var lesson = Array.Find(
            states,
            work => lessons?.GetValueOrDefault(work.Lesson) is { } known && roster.Learns(student, course, known.Date)
        );
        return lesson is null ? null : Of(change, course, lesson.Lesson, isTheirs: true);
    }

    private ChangeTold? Of(Committed change, CourseId course, LessonId lesson, bool isTheirs) =>
        isTheirs ? new ChangeTold(change.Seq, change.At, events.Kind(change.Event)) { Course = course.Value, Lesson = lesson.Value } : null;
}
