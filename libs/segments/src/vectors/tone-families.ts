import type { Tone } from '@keyart/contracts';

/**
 * Feelings that say the same of how somebody watches. What is in no family is not looked at, by choice: admiration, approval and
 * pride say that a title pleased, which the polarity says; and nobody is put into a group for being sad, grieving, ashamed, disgusted or angry.
 */
export const TONE_FAMILIES = {
  excitement: ['excitement', 'surprise', 'curiosity', 'desire'],
  comfort: ['joy', 'love', 'caring', 'amusement', 'gratitude', 'relief', 'optimism'],
  nostalgia: ['nostalgia'],
  /** Counted only where the title pleased: tension enjoyed, not fear. */
  tension: ['fear', 'nervousness'],
  complaint: ['annoyance', 'disappointment', 'disapproval', 'confusion'],
} as const satisfies Record<string, readonly Tone[]>;

/** One of them. */
export type ToneFamily = keyof typeof TONE_FAMILIES;

/** All of them. */
export const TONE_FAMILY_NAMES = Object.keys(TONE_FAMILIES) as ToneFamily[];

const FAMILY_OF: ReadonlyMap<Tone, ToneFamily> = new Map(
  TONE_FAMILY_NAMES.flatMap((family) =>
    TONE_FAMILIES[family].map((tone): [Tone, ToneFamily] => [tone, family]),
  ),
);

/** The family of a feeling; undefined: it is not looked at. */
export function familyOf(tone: Tone): ToneFamily | undefined {
  return FAMILY_OF.get(tone);
}
