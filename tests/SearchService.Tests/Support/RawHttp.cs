using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace SearchService.Tests.Support;

/// <summary>What a server answers to bytes that no client library would send.</summary>
/// <param name="Status">The status of the first answer; 0 if the server said nothing and closed.</param>
/// <param name="Text">All it sent until it closed.</param>
public sealed record RawHttp(int Status, string Text)
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(20);

    /// <summary>Sends text as UTF-8: a request that lets the server close the connection, or has to be refused.</summary>
    public static Task<RawHttp> SendAsync(int port, string text) => SendAsync(port, Encoding.UTF8.GetBytes(text), patience: Deadline);

    /// <summary>Sends bytes. Throws if the server does not close the connection, also once the client has.</summary>
    /// <param name="port">Where.</param>
    /// <param name="bytes">What.</param>
    /// <param name="patience">After which time without an end the client tells that it has no more to say.</param>
    public static async Task<RawHttp> SendAsync(int port, byte[] bytes, TimeSpan patience)
    {
        using var deadline = new CancellationTokenSource(Deadline);
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, port, deadline.Token);
        var stream = client.GetStream();
        using var answer = new MemoryStream();
        var reading = ReadAsync(stream, answer, deadline.Token);
        try
        {
            await stream.WriteAsync(bytes, deadline.Token);
            if (await Task.WhenAny(reading, Task.Delay(patience, deadline.Token)) != reading)
            {
                client.Client.Shutdown(SocketShutdown.Send);
            }
        }
        catch (Exception e) when (e is IOException or SocketException)
        {
            // The server need not read to the end what it refuses.
        }

        await reading;
        var text = Encoding.UTF8.GetString(answer.ToArray());
        const string GoOn = "HTTP/1.1 100 Continue\r\n\r\n";
        text = text.StartsWith(GoOn, StringComparison.Ordinal) ? text[GoOn.Length..] : text;
        return new RawHttp(text.StartsWith("HTTP/1.", StringComparison.Ordinal) ? int.Parse(text.AsSpan(9, 3), CultureInfo.InvariantCulture) : 0, text);
    }

    private static async Task ReadAsync(NetworkStream stream, MemoryStream answer, CancellationToken cancellation)
    {
        try
        {
            await stream.CopyToAsync(answer, cancellation);
        }
        catch (IOException)
        {
            // Reset: what came before it counts.
        }
    }
}
