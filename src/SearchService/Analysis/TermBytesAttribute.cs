using System.Text;
using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Util;
using Attribute = Lucene.Net.Util.Attribute;

namespace SearchService.Analysis;

/// <summary>
/// A term on its way into the index: encoded straight from its text, where Lucene's character attribute copies it first and then encodes it character by
/// character.
/// </summary>
internal sealed class TermBytesAttribute : Attribute, ITermToBytesRefAttribute
{
    private const int MaxBytesPerCharacter = 3;

    /// <summary>The term.</summary>
    public string Term { get; set; } = "";

    /// <inheritdoc/>
    public BytesRef BytesRef { get; } = new(64);

    /// <inheritdoc/>
    public void FillBytesRef()
    {
        if (BytesRef.Bytes.Length < MaxBytesPerCharacter * Term.Length)
        {
            BytesRef.Bytes = new byte[MaxBytesPerCharacter * Term.Length];
        }

        BytesRef.Length = Encoding.UTF8.GetBytes(Term, BytesRef.Bytes);
    }

    /// <inheritdoc/>
    public override void Clear() => Term = "";

    /// <inheritdoc/>
    public override void CopyTo(IAttribute target) => ((TermBytesAttribute)target).Term = Term;
}
