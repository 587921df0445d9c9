import type { AffectEvent } from '../events/affect-event';
import { genreEntropy } from './genre-entropy';
import type { OthersPolarity } from './others-polarity';
import { polarityOf } from './polarity-of';
import { TONE_FAMILY_NAMES, type ToneFamily } from './tone-families';
import { toneShares } from './tone-shares';
import type { ViewerFeature } from './viewer-feature';

/** What some titles of a viewer say of a feature, and how many of them. */
export interface Measurement {
  readonly value: number;
  readonly count: number;
}

/** Of each feature; null: these titles say nothing of it. */
export type Measurements = Readonly<Record<ViewerFeature, Measurement | null>>;

function known<T>(values: readonly (T | null)[]): T[] {
  return values.filter((value): value is T => value !== null);
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function deviationOf(values: readonly number[]): number {
  const mean = meanOf(values);
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1));
}

function measured<T>(
  items: readonly T[],
  least: number,
  of: (items: readonly T[]) => number,
): Measurement | null {
  return items.length < least ? null : { value: of(items), count: items.length };
}

/** Measures every feature on some titles of a viewer. A title that is silent on a feature does not count for it. */
export function measureTitles(titles: readonly AffectEvent[], others: OthersPolarity): Measurements {
  const polarities = known(titles.map(polarityOf));
  const shares = known(titles.map(toneShares));
  const criticisms = titles.map((event) => {
    const polarity = polarityOf(event);
    return polarity === null ? null : others(event.title, polarity) - polarity;
  });
  const tones = TONE_FAMILY_NAMES.map((family) => [
    `tone:${family}`,
    measured(shares, 1, (all) => meanOf(all.map((share) => share[family]))),
  ]);
  return {
    polarity: measured(polarities, 1, meanOf),
    'polarity-deviation': measured(polarities, 2, deviationOf),
    intensity: measured(known(titles.map(({ intensity }) => intensity)), 1, meanOf),
    criticism: measured(known(criticisms), 1, meanOf),
    completion: measured(known(titles.map(({ completion }) => completion)), 1, meanOf),
    'genre-entropy': measured(
      titles.map(({ genres }) => genres).filter(({ length }) => length > 0),
      2,
      genreEntropy,
    ),
    ...(Object.fromEntries(tones) as Record<`tone:${ToneFamily}`, Measurement | null>),
  };
}
