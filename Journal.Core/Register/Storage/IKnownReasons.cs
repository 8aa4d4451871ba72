using Journal.Core.Basics;
using Journal.Core.Writing;

namespace Journal.Core.Register.Storage;

/// <summary>Why a student is absent on a day, where the class teacher has said so before anybody recorded the absence.</summary>
public interface IKnownReasons
{
    AbsenceReason? Of(StudentId student, DateOnly day, Operation operation);
}
