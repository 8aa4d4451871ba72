using Journal.Core.Register;

namespace Journal.Web.Homework;

/// <summary>A draft that was recorded.</summary>
/// <param name="Over">What a colleague had put meanwhile, and it took the place of.</param>
/// <param name="Seq">Of the change that made it so.</param>
public sealed record HomeworkDone(HomeworkDraft Draft, HomeworkConflict? Over, long Seq);
