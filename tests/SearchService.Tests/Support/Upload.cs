using System.Buffers;
using System.IO.Pipelines;
using System.Net.Http.Headers;
using System.Text;

namespace SearchService.Tests.Support;

/// <summary>
/// An upload of articles, the end of which the test decides. The identifiers are <c>u{number}-0</c>, <c>u{number}-1</c>, … A refusal is heard at
/// once; an answer on the way only once the upload has been ended, for so the client library does it.
/// </summary>
public sealed class Upload : IDisposable
{
    // Nothing is sent before the service asks for it.
    private readonly HttpClient _client = new(new SocketsHttpHandler { Expect100ContinueTimeout = TimeSpan.FromMinutes(2) });
    private readonly Pipe _body = new(new PipeOptions(pauseWriterThreshold: 0));
    private readonly int _number;
    private int _lines;

    public Upload(Uri service, int number, int lines = 1)
    {
        _client.BaseAddress = service;
        _number = number;
        Write(lines);
        var content = new StreamContent(_body.Reader.AsStream());
        content.Headers.ContentType = new MediaTypeHeaderValue("application/x-ndjson");
        Answer = SendAsync(content);
    }

    public Task<HttpResponseMessage> Answer { get; }

    public async Task AddAsync(int lines)
    {
        Write(lines);
        await _body.Writer.FlushAsync();
    }

    public async Task EndAsync() => await _body.Writer.CompleteAsync();

    public void Dispose() => _client.Dispose();

    private void Write(int lines)
    {
        for (var i = 0; i < lines; i++)
        {
            _body.Writer.Write(Encoding.UTF8.GetBytes($$"""{"id":"u{{_number}}-{{_lines++}}","headline":"Envoi {{_number}}"}""" + "\n"));
        }
    }

    private async Task<HttpResponseMessage> SendAsync(HttpContent content)
    {
        await _body.Writer.FlushAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/articles?refresh=true") { Content = content };
        request.Headers.ExpectContinue = true;
        return await _client.SendAsync(request);
    }
}
