import { TONES, type Tone } from '@keyart/contracts';

/** What titles are compared by; a tone's share is written `tone:joy`. */
export type ClaimMeasure = 'intensity' | 'polarity' | 'spread' | `tone:${Tone}`;

/** All of them. */
export const CLAIM_MEASURES: readonly ClaimMeasure[] = [
  ...(['intensity', 'polarity', 'spread'] as const),
  ...TONES.map((tone) => `tone:${tone}` as const),
];

/** Something that is said of two groups of titles, stated so that data can speak against it. */
export interface Claim {
  /** As people say it. */
  readonly statement: string;
  /** Genres; a title of one of them belongs to the group. A title of both groups speaks for neither. */
  readonly groupA: readonly string[];
  readonly groupB: readonly string[];
  readonly measure: ClaimMeasure;
  /** What A is said to be, beside B. */
  readonly direction: 'higher' | 'lower';
  /** The least difference that would matter, in the measure's unit, > 0; default by measure. */
  readonly smallestEffect?: number;
}

/** Differences that would matter: a tenth of the scale of strength and leaning, five in a hundred reviews. */
export const SMALLEST_EFFECTS = { intensity: 0.1, polarity: 0.2, spread: 0.1, tone: 0.05 } as const;

/** The claim's, or its measure's. */
export function smallestEffectOf({ smallestEffect, measure }: Claim): number {
  const kind = measure === 'intensity' || measure === 'polarity' || measure === 'spread' ? measure : 'tone';
  return smallestEffect ?? SMALLEST_EFFECTS[kind];
}

/** The claim that creative teams are told most often. */
export const DEFAULT_CLAIMS: readonly Claim[] = [
  {
    statement: 'Dramas and documentaries stir stronger reactions than action and comedy',
    groupA: ['Drama', 'Documentary'],
    groupB: ['Action', 'Comedy'],
    measure: 'intensity',
    direction: 'higher',
  },
];
