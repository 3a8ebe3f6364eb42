using Microsoft.Data.Sqlite;
using SearchService.Storage;

namespace SearchService.Tests.Support;

/// <summary>Changes the store's file behind the store's back, as a fault would.</summary>
public static class Database
{
    public static void Execute(string indexDirectory, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(indexDirectory, ArticleStore.FileName)};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // the tests' own text
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
