import type { AspectReading, Tone, ToneReading } from '@keyart/contracts';
import type { AnalysedReview } from './analysed-review';

/** For tests: a review that says nothing in particular, and what differs. */
export function analysedReview(differing: Partial<AnalysedReview> = {}): AnalysedReview {
  return {
    ...{ titleId: 't1', titleName: 'Dark Water', genres: ['Drama'], microGenres: [], country: null },
    ...{ atMs: null, stars: null, polarity: 0, intensity: 0.5, tones: [], aspects: [], weight: 1 },
    ...{ text: '', author: null },
    ...differing,
  };
}

/** For tests: a mention whose evidence is the whole text. */
export function mention(
  aspect: AspectReading['aspect'],
  polarity: number,
  evidence: AspectReading['evidence'] = { from: 0, to: 0 },
): AspectReading {
  return { aspect, polarity, evidence };
}

/** For tests: a tone that shows. */
export function showing(tone: Tone): ToneReading {
  return { tone, probability: 0.9, intensity: 0.6 };
}
