import { LOCALISATION_FILES } from './localisation-files';
import type { MarketRows } from './markets-of';
import type { PlacedFault } from './read-localisation-rows';

/** Shares are rounded when they are written down. */
const TOLERANCE = 1e-9;

/** Countries whose shares of people that are counted once add up to more than all people. */
export function shareFaults({ languages, modes }: Pick<MarketRows, 'languages' | 'modes'>): PlacedFault[] {
  const home = languages.map((row, index) => ({ ...row, index })).filter(({ role }) => role === 'home');
  const liked = modes.map((row, index) => ({ ...row, index, share: row.fraction }));
  return [
    ...tooMuch(home, LOCALISATION_FILES.languages.name, 'languages at home'),
    ...tooMuch(liked, LOCALISATION_FILES.modes.name, 'dub and subtitle'),
  ];
}

interface SharedRow {
  readonly country: string;
  readonly share: number;
  readonly index: number;
}

function tooMuch(rows: readonly SharedRow[], file: string, what: string): PlacedFault[] {
  const sums = new Map<string, number>();
  return rows.flatMap(({ country, share, index }) => {
    const sum = (sums.get(country) ?? 0) + share;
    sums.set(country, sum);
    if (sum <= 1 + TOLERANCE) return [];
    return [
      { file, place: `rows[${index}]`, detail: `with it, ${what} of ${country} add up to ${sum.toFixed(3)}` },
    ];
  });
}
