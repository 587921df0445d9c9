import { TONES, type Tone } from '@keyart/contracts';

/**
 * Tones of anger, disgust, fear and sadness, by the grouping of GoEmotions (Demszky et al. 2020, table 5, after Ekman). Nobody is shown a picture
 * because they are sad, afraid or angry.
 */
const NEVER_AIMED_AT: readonly Tone[] = [
  ...(['anger', 'annoyance', 'disapproval', 'disgust', 'fear', 'nervousness'] as const),
  ...(['sadness', 'disappointment', 'embarrassment', 'grief', 'remorse'] as const),
];

/** Tones by which something may be chosen for a person. */
export const CHOOSING_TONES: readonly Tone[] = TONES.filter((tone) => !NEVER_AIMED_AT.includes(tone));
