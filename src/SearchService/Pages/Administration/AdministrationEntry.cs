namespace SearchService.Pages.Administration;

/// <summary>Whether a request may see the administration page, and on what grounds.</summary>
/// <param name="IsOpen">Whether it may.</param>
/// <param name="Refusal">Why nobody could from there, in French; null if a key is missing.</param>
/// <param name="Form">What its forms must carry along; null if it carries the key itself, which no page of another site can.</param>
/// <param name="Session">The name of its session, or null.</param>
public sealed record AdministrationEntry(bool IsOpen, string? Refusal, string? Form, string? Session);
