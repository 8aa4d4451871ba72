using Journal.Core.Access;
using Journal.Web.Shell;

namespace Journal.Web.Diary;

/// <summary>Writes down that somebody of the family looked at a diary: only when they went to it. What is left is told by the page itself.</summary>
public sealed class Looking(FamilyReadings readings, IHttpContextAccessor http)
{
    public void At(DiaryReader reader)
    {
        if (http.HttpContext is { } context && ByHand.WentThere(context.Request))
            readings.Looked(reader.Person, reader.Student);
    }
}
