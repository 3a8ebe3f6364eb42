using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace SearchService.Pages.Administration;

/// <summary>
/// Who is signed in to the administration page. A session is a random name that the browser keeps in a cookie; nothing about the key is in it. Sessions live in
/// memory, end after a pause, after some hours, on request and with the process. Safe for all threads.
/// </summary>
public sealed class AdminSessions
{
    /// <summary>A session that nobody uses ends after this time.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromMinutes(30);

    /// <summary>A session ends after this time however much it is used.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(8);

    /// <summary>Only who holds a key opens sessions, but a script that signs in each time must not fill the memory.</summary>
    private const int Most = 100;

    private readonly Lock _changing = new();
    private readonly Dictionary<string, AdminSession> _sessions = new(StringComparer.Ordinal); // by the hash of the name: looking up tells nothing of the names
    private readonly TimeProvider _time;

    /// <summary>Keeps sessions.</summary>
    public AdminSessions(TimeProvider time) => _time = time;

    /// <summary>What the forms carry along where no key is configured, and so nobody signs in.</summary>
    public string LocalForm { get; } = Random();

    /// <summary>Opens a session for somebody who has shown a key.</summary>
    /// <returns>Its name, for the cookie.</returns>
    public string Open()
    {
        var name = Random();
        var now = _time.GetUtcNow();
        lock (_changing)
        {
            if (_sessions.Count >= Most)
            {
                _sessions.Remove(_sessions.MinBy(session => session.Value.Seen).Key);
            }

            _sessions[Hash(name)] = new AdminSession(Random(), now, now);
        }

        return name;
    }

    /// <summary>The session of a name, whose pause starts anew; null if there is none any more.</summary>
    public AdminSession? Find(string name)
    {
        var now = _time.GetUtcNow();
        var hash = Hash(name);
        lock (_changing)
        {
            if (!_sessions.TryGetValue(hash, out var session))
            {
                return null;
            }

            if (now - session.Seen > Pause || now - session.Since > Longest)
            {
                _sessions.Remove(hash);
                return null;
            }

            return _sessions[hash] = session with { Seen = now };
        }
    }

    /// <summary>Ends a session: its name opens nothing any more, wherever it is kept.</summary>
    public void Close(string name)
    {
        lock (_changing)
        {
            _sessions.Remove(Hash(name));
        }
    }

    private static string Random() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    private static string Hash(string name) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(name)));
}
