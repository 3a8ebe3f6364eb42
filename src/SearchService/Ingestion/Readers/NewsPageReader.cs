using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using SearchService.Articles;

namespace SearchService.Ingestion.Readers;

/// <summary>
/// A news page as text: each line that is <c>-</c> announces a headline on the next one; the headline of the full article follows without one, then
/// its paragraphs, a line each, intertitres between dashes, and on the last line the byline and the agency (<c>E.Rodriguez--AT</c>).
/// </summary>
public sealed partial class NewsPageReader : IArticleReader
{
    /// <inheritdoc/>
    public IReadOnlyCollection<string> Extensions { get; } = [".txt"];

    /// <inheritdoc/>
    public bool Recognizes(ReadOnlySpan<byte> firstLine) => firstLine.Trim(" \t"u8).SequenceEqual("-"u8);

    /// <inheritdoc/>
    public async IAsyncEnumerable<ReadItem> ReadAsync(
        Stream content, IngestionOptions options, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var announced = false;
        var told = false;
        PageArticle? open = null;
        await foreach (var line in LineReader.ReadAsync(content, options.MaxLineBytes, cancellation))
        {
            if (line.IsBlank)
            {
                continue;
            }

            if (line.TooLong)
            {
                announced = false;
                yield return Problem(line.Number, ArticleError.TooLarge, string.Create(
                    CultureInfo.InvariantCulture, $"La ligne dépasse {options.MaxLineBytes} octets (Ingestion:MaxLineBytes)."));
                continue;
            }

            if (line.Converted && !told)
            {
                told = true;
                yield return new ReadItem(line.Number, null, ReadItem.ConvertedNotice);
            }

            var raw = line.ToString();
            if (ArticleText.HasControlCharacters(raw))
            {
                yield return Problem(line.Number, ArticleError.ControlCharacters, "Des caractères de contrôle ont été remplacés par des espaces.");
            }

            if (ArticleText.Clean(raw) is not { } text)
            {
                continue;
            }

            if (text == "-")
            {
                // A new list of headlines ends the article before it: pages may stand one after the other in a file.
                if (open is not null)
                {
                    yield return new ReadItem(open.Line, open.ToArticle());
                    open = null;
                }

                announced = true;
            }
            else if (announced)
            {
                announced = false;
                yield return new ReadItem(line.Number, new Article { Id = ArticleId.ForHeadline(text), Headline = text });
            }
            else if (open is null)
            {
                open = new PageArticle(line.Number, text);
            }
            else if (!open.TryAdd(text, options.MaxLineBytes))
            {
                yield return Problem(line.Number, ArticleError.TooLarge, string.Create(
                    CultureInfo.InvariantCulture, $"L'article dépasse {options.MaxLineBytes} octets (Ingestion:MaxLineBytes) ; la suite est laissée."));
            }
        }

        if (open is not null)
        {
            yield return new ReadItem(open.Line, open.ToArticle());
        }
    }

    private static ReadItem Problem(int line, string code, string message) => new(line, null, new ArticleError(code, message));

    [GeneratedRegex(@"^[-–—] (?<text>.+) [-–—]$", RegexOptions.CultureInvariant)]
    private static partial Regex HeadingLine();

    // With spaces around the dashes it may also be the end of a sentence: then the agency must look like a name.
    [GeneratedRegex(
        @"^(?<byline>[^-].{0,78}?)(?:--(?<agency>\p{L}[\p{L}\p{N}.&' ]{0,38})| -- ?(?<agency>\p{Lu}[\p{L}\p{N}.&' ]{0,38}))$",
        RegexOptions.CultureInvariant)]
    private static partial Regex SignatureLine();

    /// <summary>The full article of a page while its lines come in.</summary>
    private sealed class PageArticle(int line, string headline)
    {
        private readonly List<string> _lines = [];
        private long _bytes;
        private bool _full;

        public int Line => line;

        /// <summary>Takes a line; false, once, when the article has grown too large. Later lines are then dropped.</summary>
        public bool TryAdd(string text, int maxBytes)
        {
            if (_full)
            {
                return true;
            }

            _bytes += 2L * text.Length;
            if (_bytes > maxBytes)
            {
                _full = true;
                return false;
            }

            _lines.Add(text);
            return true;
        }

        public Article ToArticle()
        {
            var signature = _lines.Count > 0 ? SignatureLine().Match(_lines[^1]) : Match.Empty;
            var end = signature.Success ? _lines.Count - 1 : _lines.Count;
            var paragraphs = new List<Paragraph>();
            string? heading = null;
            foreach (var text in _lines.Take(end))
            {
                var intertitre = HeadingLine().Match(text);
                if (!intertitre.Success)
                {
                    paragraphs.Add(new Paragraph(text, heading));
                    heading = null;
                    continue;
                }

                AddLoneHeading();
                heading = intertitre.Groups["text"].Value.Trim();
            }

            AddLoneHeading();
            return new Article
            {
                Id = ArticleId.ForHeadline(headline),
                Headline = headline,
                Paragraphs = paragraphs,
                Byline = signature.Success ? signature.Groups["byline"].Value.Trim() : null,
                Source = signature.Success ? signature.Groups["agency"].Value.Trim() : null,
            };

            void AddLoneHeading()
            {
                if (heading is not null)
                {
                    paragraphs.Add(new Paragraph(heading)); // it opens nothing, yet it is text of the article
                }
            }
        }
    }
}
