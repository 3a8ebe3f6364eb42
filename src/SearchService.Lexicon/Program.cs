using SearchService.Lexicon;

// usage: SearchService.Lexicon DICTIONARY_FOLDER READINGS OUTPUT
// Compiles the Hunspell dictionary of a folder (index.aff, index.dic) to OUTPUT. Where there is no dictionary it writes an empty lexicon and says so:
// a build without it must succeed.
if (args is not [var folder, var decisions, var output])
{
    Console.Error.WriteLine("usage: SearchService.Lexicon DICTIONARY_FOLDER READINGS OUTPUT");
    return 2;
}

try
{
    var affixes = Path.Combine(folder, "index.aff");
    var words = Path.Combine(folder, "index.dic");
    FormTable table;
    if (File.Exists(affixes) && File.Exists(words))
    {
        table = Inflection.Expand(HunspellDictionary.Read(File.ReadLines(affixes), File.ReadLines(words)));
        ReadingRules.Read(File.ReadLines(decisions)).Apply(table);
    }
    else
    {
        table = new FormTable();
        Console.WriteLine("The French dictionary is missing (npm and its package dictionary-fr): the service is built with an empty lexicon and stems by rule.");
    }

    var lexicon = LexiconWriter.Write(table);
    Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(output))!);
    var unfinished = output + ".tmp";
    File.WriteAllBytes(unfinished, lexicon);
    File.Move(unfinished, output, overwrite: true);
    Console.WriteLine($"Lexicon: {table.Forms.Count} forms, {lexicon.Length} bytes.");
    return 0;
}
catch (Exception e) when (e is FormatException or InvalidOperationException or IOException or UnauthorizedAccessException)
{
    Console.Error.WriteLine($"The lexicon cannot be compiled: {e.Message}");
    return 1;
}
