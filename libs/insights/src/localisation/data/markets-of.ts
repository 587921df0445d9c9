import type { Market } from '@keyart/audience';
import type { LanguageRow, MarketRow, ModeRow, StreamingRow } from './localisation-rows';

/** Rows of the files about countries. */
export interface MarketRows {
  readonly markets: readonly MarketRow[];
  readonly streaming: readonly StreamingRow[];
  readonly languages: readonly LanguageRow[];
  readonly modes: readonly ModeRow[];
}

/** One market for each country that any file names, by country; what no file says of it is null or empty. */
export function marketsOf({ markets, streaming, languages, modes }: MarketRows): Map<string, Market> {
  const countries = [markets, streaming, languages, modes].flatMap((rows) =>
    rows.map(({ country }) => country),
  );
  const people = new Map(markets.map((row) => [row.country, row.people]));
  const reach = new Map(streaming.map((row) => [row.country, row.fraction]));
  const modeOf = new Map(modes.map((row) => [`${row.country} ${row.mode}`, row.fraction]));
  return new Map(
    [...new Set(countries)].sort().map((country): [string, Market] => {
      const [dub, subtitle] = [modeOf.get(`${country} dub`), modeOf.get(`${country} subtitle`)];
      return [
        country,
        {
          country,
          people: people.get(country) ?? null,
          streamingFraction: reach.get(country) ?? null,
          languages: languages
            .filter((row) => row.country === country)
            .map(({ language, role, share }) => ({ language, role, share })),
          modes: dub === undefined || subtitle === undefined ? null : { dub, subtitle },
        },
      ];
    }),
  );
}
