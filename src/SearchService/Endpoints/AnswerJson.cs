using System.Text.Json.Serialization;
using SearchService.Searching;

namespace SearchService.Endpoints;

/// <summary>
/// How the answers that are asked for most are written as JSON: by code made at build time, for which nothing has to be found out at the first request. The names and
/// the encoding are those of <see cref="ApiRegistration"/>; answers that are not named here are written by reflection.
/// </summary>
[JsonSerializable(typeof(SearchResponse))]
[JsonSerializable(typeof(SuggestEndpoints.SuggestAnswer))]
[JsonSerializable(typeof(SimilarEndpoints.SimilarAnswer))]
[JsonSerializable(typeof(SearchEndpoints.TopicList))]
internal sealed partial class AnswerJson : JsonSerializerContext;
