using Journal.Web.Texts;

namespace Journal.Web.Timetable;

/// <summary>A room in words: «каб. 12», and what has a name of its own by it: «зал 1».</summary>
internal static class RoomText
{
    public static string Of(string room) => room is [>= '0' and <= '9', ..] ? Phrase.With(Words.TimetableInRoom, room) : room;
}
