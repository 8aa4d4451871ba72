using System.Text.Json.Serialization;
using Journal.Core.Access;
using Microsoft.AspNetCore.Mvc;

namespace Journal.Web.Api;

/// <summary>Every body of the API, written and read without reflection.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    MaxDepth = 16
)]
[JsonSerializable(typeof(SignInRequest))]
[JsonSerializable(typeof(SignInAnswer))]
[JsonSerializable(typeof(HealthAnswer))]
[JsonSerializable(typeof(MeAnswer))]
[JsonSerializable(typeof(PageAnswer))]
[JsonSerializable(typeof(EditsRequest))]
[JsonSerializable(typeof(EditsAnswer))]
[JsonSerializable(typeof(ResultAnswer))]
[JsonSerializable(typeof(WorkRequest))]
[JsonSerializable(typeof(RollRequest))]
[JsonSerializable(typeof(DiaryAnswer))]
[JsonSerializable(typeof(ChangesTold))]
[JsonSerializable(typeof(ChangeTold))]
[JsonSerializable(typeof(HistoryAnswer))]
[JsonSerializable(typeof(ProblemDetails))]
[JsonSerializable(typeof(HttpValidationProblemDetails))]
internal sealed partial class ApiJson : JsonSerializerContext;
