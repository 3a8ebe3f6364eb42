using System.Globalization;
using System.Text;
using CsCheck;

namespace SearchService.Tests.Support;

/// <summary>Requests as nobody sane sends them, framed as HTTP asks.</summary>
public static class RandomRequests
{
    private static readonly Gen<string> Method = Gen.Frequency(
        (10, Gen.OneOf("GET", "POST", "PUT", "DELETE")), (1, Gen.OneOf("HEAD", "PATCH", "OPTIONS", "TRACE", "get", "PROPFIND", "X-!#$%&'*+.^_`|~")));

    private static readonly Gen<string> Route = Gen.OneOf(
        "/api/search", "/api/search", "/api/suggest", "/api/topics", "/api/articles", "/api/articles", "/api/articles/", "/api/articles/a", "/api/articles/a/similar", "/api/index",
        "/api/index/rebuild", "/api/index/rebuilds/", "/api/index/rollback", "/api/analyze", "/api/analyze", "/health/ready", "/metrics", "/openapi/v1.json", "/", "/articles/a",
        "/articles/", "/style.css", "/api", "/api/", "//api//search", "/rien", "/aide", "/administration");

    private static readonly Gen<string> Piece = Gen.Frequency(
        (4, Gen.OneOf(
            "", "a", "é", "1", "-1", "0", "10", "true", "false", "peut-être", "2025-12-24", "9999-99-99", "99999999999999999999", "1e9", "NaN", "topic,story,source,date", "none",
            "newest", "relevance", "all", "%00", "%FF", "%C3%28", "%ED%A0%80", "%", "%zz", "%2F", "%2e%2e%2f", "../", "..", "\\", "'", "\"", "<script>", "%0d%0aX-Injected:%201",
            "%E2%80%A8", ";", "+", "*", "(((((", "titre:", "date:[..]", "mot~", "a%20PRES/5%20b", "%F0%9F%98%80", "{}", "[]", "$%7Bjndi:x%7D")),
        (1, Gen.Char[" !#$%&'()*+,-./:;=?@[]^_`{|}~az09"].Array[0, 12].Select(letters => new string(letters).Replace(" ", "%20", StringComparison.Ordinal))),
        (1, Gen.Int[1, 3000].Select(length => new string('a', length))));

    private static readonly Gen<string> Parameter = Gen.Select(
        Gen.OneOf(
            "q", "q", "topic", "story", "source", "from", "to", "operator", "sort", "size", "page", "cursor", "facets", "facetSize", "collapse", "explain", "refresh", "inconnu", "",
            "q%00", "Q"),
        Piece, Gen.Bool, (name, value, sign) => sign ? $"{name}={value}" : name + value);

    private static readonly Gen<string> Header = Gen.OneOf(
        "Accept: text/html", "Accept: */*;q=x", "Accept-Encoding: br;q=9, gzip", "If-None-Match: \"1\"", "If-Match: *", "Range: bytes=0-1,5-", "Cookie: a=b; c", "Origin: https://exemple.fr",
        "Origin: null", "Sec-Fetch-Site: cross-site", "X-Forwarded-For: 1.2.3.4", "Authorization: Bearer x", "Authorization: Bearer", "X-Request-Id: a\tb", "User-Agent: é",
        "Expect: 100-continue", "Upgrade: websocket", "X-HTTP-Method-Override: DELETE", "Content-Encoding: gzip", "TE: trailers", "Accept-Language: xx", "Referer: ::", "If-Modified-Since: demain");

    private static readonly Gen<string> ContentType = Gen.OneOf(
        "application/json", "application/json", "application/x-ndjson", "application/x-ndjson", "application/json; charset=utf-7", "application/json;charset=utf-16", "text/plain", "json", "/", ";;", "multipart/form-data; boundary=",
        "application/x-www-form-urlencoded");

    private static readonly Gen<byte[]> Body = Mutations.Of(Gen.OneOf(
        "", "{\"headline\":\"Un titre\"}", "{\"text\":\"L'été à Nantes\",\"field\":\"lemma\"}", "{\"text\":\"a\",\"field\":\"stem\"}", "null", "[]", "\"a\"", "1",
        "{\"id\":\"a\",\"headline\":\"Un\",\"version\":2,\"status\":\"canceled\"}\n{\"id\":\"b\",\"headline\":\"Deux\",\"embargoUntil\":\"2999-01-01T00:00:00Z\"}\n",
        "{\"headline\":\"" + new string('x', 9000) + "\"}", "{\"id\":\"a\",\"headline\":\"Revenu\"}\n").Select(Encoding.UTF8.GetBytes));

    /// <summary>Well-formed requests, whatever they ask for: method and path as sent, and the bytes.</summary>
    public static Gen<(string Method, string Path, byte[] Bytes)> WellFormed { get; } = Gen.Select(
        Gen.Select(Method, Route, Gen.OneOf(Gen.Const(""), Piece), Parameter.Array[0, 5]),
        Gen.Select(Header.Array[0, 4], ContentType, Body, Gen.Int[0, 3]),
        (line, rest) =>
        {
            var path = line.Item2 + line.Item3;
            var head = new StringBuilder().Append(CultureInfo.InvariantCulture, $"{line.Item1} {path}");
            head.Append(line.Item4.Length > 0 ? "?" + string.Join('&', line.Item4) : "").Append(" HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n");
            foreach (var header in rest.Item1.Distinct())
            {
                head.Append(header).Append("\r\n");
            }

            var (type, body, framing) = (rest.Item2, rest.Item3, rest.Item4);
            if (framing == 0)
            {
                return (line.Item1, path, Encoding.UTF8.GetBytes(head + "\r\n"));
            }

            head.Append(CultureInfo.InvariantCulture, $"Content-Type: {type}\r\n");
            if (framing == 1)
            {
                head.Append("Transfer-Encoding: chunked\r\n\r\n");
                var chunk = Encoding.ASCII.GetBytes(body.Length.ToString("x", CultureInfo.InvariantCulture) + "\r\n");
                return (line.Item1, path, body.Length == 0
                    ? [.. Encoding.UTF8.GetBytes(head.ToString()), .. "0\r\n\r\n"u8]
                    : [.. Encoding.UTF8.GetBytes(head.ToString()), .. chunk, .. body, .. "\r\n0\r\n\r\n"u8]);
            }

            head.Append(CultureInfo.InvariantCulture, $"Content-Length: {body.Length}\r\n\r\n");
            return (line.Item1, path, [.. Encoding.UTF8.GetBytes(head.ToString()), .. body]);
        });

    /// <summary>The same, broken anywhere: in the request line, the headers, the framing, the body.</summary>
    public static Gen<byte[]> Broken { get; } = Mutations.Of(WellFormed.Select(request => request.Bytes));
}
