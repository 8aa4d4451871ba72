using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Journal.Core.Access;
using Microsoft.AspNetCore.Mvc;

namespace Journal.Web.Api;

/// <summary>Every body of the API, written and read without reflection.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(SignInRequest))]
[JsonSerializable(typeof(SignInAnswer))]
[JsonSerializable(typeof(HealthAnswer))]
[JsonSerializable(typeof(MeAnswer))]
[JsonSerializable(typeof(PageAnswer))]
[JsonSerializable(typeof(PlanAnswer))]
[JsonSerializable(typeof(PlanRequest))]
[JsonSerializable(typeof(ApproveRequest))]
[JsonSerializable(typeof(DryRunRequest))]
[JsonSerializable(typeof(DryRunAnswer))]
[JsonSerializable(typeof(EditsRequest))]
[JsonSerializable(typeof(EditsAnswer))]
[JsonSerializable(typeof(ResultAnswer))]
[JsonSerializable(typeof(HomeworkAnswer))]
[JsonSerializable(typeof(HomeworkRequest))]
[JsonSerializable(typeof(WorkRequest))]
[JsonSerializable(typeof(RestoreRequest))]
[JsonSerializable(typeof(RollRequest))]
[JsonSerializable(typeof(DiaryAnswer))]
[JsonSerializable(typeof(ChangesTold))]
[JsonSerializable(typeof(ChangeTold))]
[JsonSerializable(typeof(HistoryAnswer))]
[JsonSerializable(typeof(SettingsRequest))]
[JsonSerializable(typeof(SettingsAnswer))]
[JsonSerializable(typeof(ProblemDetails))]
[JsonSerializable(typeof(HttpValidationProblemDetails))]
internal sealed partial class ApiJson : JsonSerializerContext
{
    /// <summary>
    /// Contracts made from source follow the host's options, not those written at a context, so these are set on the host.
    /// What is not there is left out; Cyrillic is written as it is. A body that says a thing twice is refused: we would have to guess.
    /// </summary>
    public static void Set(JsonSerializerOptions options)
    {
        options.TypeInfoResolverChain.Insert(0, Default);
        options.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
        options.Encoder = JavaScriptEncoder.Create(UnicodeRanges.All);
        options.AllowDuplicateProperties = false;
        options.MaxDepth = 16;
    }
}
