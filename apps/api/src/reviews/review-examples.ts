import type {
  ProfileFiguresDto,
  SentimentAnswerDto,
  TitleReviewsAnswerDto,
  TitleSentimentDto,
} from '@keyart/contracts';

/** An answer, made up. */
export const REVIEWS_ANSWER_EXAMPLE: TitleReviewsAnswerDto = {
  ...{ accepted: 498, duplicates: 1 },
  rejected: [{ index: 17, code: 'unknown-title', field: 'titleId', detail: 'there is no title night-fery' }],
};

/** An answer, made up. */
export const SENTIMENT_ANSWER_EXAMPLE: SentimentAnswerDto = {
  readings: [
    {
      ...{ polarity: 0.82, label: 'positive', confidence: 0.91, intensity: 0.6 },
      tones: [{ tone: 'admiration', probability: 0.77, intensity: 0.6 }],
      aspects: [{ aspect: 'acting', polarity: 0.9, evidence: { from: 0, to: 31 } }],
      ...{ language: 'en', source: 'linear', engineVersion: 'linear-3f2a9c0d', flags: [] },
    },
  ],
};

const FIGURES: ProfileFiguresDto = {
  ...{ count: 312, effectiveCount: 201.4, evidence: 'own-reviews', priorFraction: 0.04 },
  polarity: { value: 0.46, raw: 0.47, low: 0.36, high: 0.56 },
  ...{ standardDeviation: 0.71, polarisation: 0.38, intensity: 0.52 },
  tones: [{ tone: 'admiration', value: 0.31, raw: 0.32, low: 0.25, high: 0.37, intensity: 0.58 }],
  aspects: [
    {
      ...{ aspect: 'acting', value: 0.61, raw: 0.64, low: 0.48, high: 0.74 },
      ...{ mentionShare: 0.42, effectiveCount: 88.1 },
    },
  ],
  ...{ oldestAt: '2025-03-02T18:20:00.000Z', newestAt: '2026-02-28T21:04:00.000Z' },
};

/** An answer, made up. */
export const TITLE_SENTIMENT_EXAMPLE: TitleSentimentDto = {
  ...{ titleId: 'harbour-lights', version: 'profile-0b6f1c9ad2e47f35', engineVersion: 'linear-3f2a9c0d' },
  ...{ builtAt: '2026-02-28T21:04:02.000Z', microGenre: 'coming-of-age_comedy', cleaned: FIGURES },
  raw: { ...FIGURES, count: 1_312, polarity: { value: -0.52, raw: -0.53, low: -0.57, high: -0.47 } },
  ...{ copyCount: 6, quarantinedCount: 1_000 },
  bombings: [
    {
      ...{ from: '2026-02-10T14:00:00.000Z', until: '2026-02-10T15:00:00.000Z', reviewCount: 1_000 },
      ...{ usualCount: 0.1, signs: { 'new-accounts': 1, 'copied-text': 0.98 }, quarantinedCount: 1_000 },
    },
  ],
  trend: [
    {
      ...{ from: '2026-02-23T00:00:00.000Z', until: '2026-03-02T00:00:00.000Z', count: 9 },
      polarity: { value: 0.41, raw: 0.33, low: 0.12, high: 0.7 },
    },
  ],
};
