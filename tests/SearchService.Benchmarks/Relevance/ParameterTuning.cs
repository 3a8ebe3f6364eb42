using System.Globalization;
using SearchService.Searching.Ranking;

namespace SearchService.Benchmarks.Relevance;

/// <summary>
/// Coordinate ascent (Metzler and Croft 2007): each constant in turn is moved up or down as long as the score grows, the others held; a round that
/// finds nothing halves the step. It finds a local maximum.
/// </summary>
/// <param name="score">Scores constants; higher is better.</param>
/// <param name="log">Gets a line per improvement.</param>
internal sealed class ParameterTuning(Func<RankingParameters, double> score, TextWriter log)
{
    /// <summary>Less than this is no reason to move: the tables show four digits.</summary>
    private const double LeastGain = 0.00005;

    private double _best;

    /// <summary>Finds better values.</summary>
    /// <param name="start">Where to start.</param>
    /// <param name="names">The constants to move.</param>
    /// <param name="step">The first step, as a part of the value; a constant that is 0 starts with the step itself, a bool is switched.</param>
    /// <param name="rounds">How often to go through all constants at most.</param>
    public RankingParameters Run(RankingParameters start, IReadOnlyList<string> names, double step, int rounds)
    {
        var current = start;
        _best = score(current);
        log.WriteLine(string.Create(CultureInfo.InvariantCulture, $"start: {_best:0.00000}"));
        for (var round = 1; round <= rounds; round++)
        {
            var before = _best;
            log.WriteLine(string.Create(CultureInfo.InvariantCulture, $"round {round}, step {step:0.####}"));
            foreach (var name in names)
            {
                current = Climb(current, name, step);
            }

            if (_best == before)
            {
                step /= 2;
            }
        }

        return current;
    }

    private RankingParameters Climb(RankingParameters current, string name, double step)
    {
        if (ParameterValues.IsSwitch(name))
        {
            return Try(current, name, 1 - ParameterValues.Get(current, name)) ?? current;
        }

        var climbed = Follow(current, name, value => value == 0 ? step : value * (1 + step));
        return climbed != current ? climbed : Follow(current, name, value => value / (1 + step));
    }

    private RankingParameters Follow(RankingParameters current, string name, Func<double, double> next)
    {
        while (Try(current, name, Rounded(next(ParameterValues.Get(current, name)))) is { } better)
        {
            current = better;
        }

        return current;
    }

    private RankingParameters? Try(RankingParameters current, string name, double value)
    {
        var changed = ParameterValues.With(current, name, value);
        if (changed == current || score(changed) is var reached && reached < _best + LeastGain)
        {
            return null;
        }

        _best = reached;
        log.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{_best:0.00000}  {name} = {ParameterValues.Show(name, value)}"));
        return changed;
    }

    /// <summary>Three digits: more would say more than the queries can tell.</summary>
    private static double Rounded(double value)
    {
        if (value == 0)
        {
            return 0;
        }

        var unit = Math.Pow(10, Math.Floor(Math.Log10(Math.Abs(value))) - 2);
        return Math.Round(value / unit) * unit;
    }
}
