import { TONES, type Tone } from '@keyart/contracts';

/** What of a title's reviews is watched. */
export type Measure = 'polarity' | 'volume' | 'disagreement' | `tone:${Tone}`;

/** All of them. */
export const MEASURES: readonly Measure[] = [
  ...(['polarity', 'volume', 'disagreement'] as const),
  ...TONES.map((tone) => `tone:${tone}` as const),
];

/** The tone whose share is watched; null: another measure. */
export function toneOf(measure: Measure): Tone | null {
  return TONES.find((tone) => measure === `tone:${tone}`) ?? null;
}

/** A stream: one measure of one title, in one country or in all (null). */
export interface StreamName {
  readonly titleId: string;
  readonly measure: Measure;
  /** ISO 3166-1 alpha-2. */
  readonly country: string | null;
}

/** One text for each stream, to keep its state under. */
export function streamKey({ titleId, measure, country }: StreamName): string {
  return `${titleId}/${measure}/${country ?? '*'}`;
}
