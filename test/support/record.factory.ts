import { randomUUID } from 'node:crypto';
import type {
  ArtworkRecord,
  ArtworkScoreRecord,
  DecisionRecord,
  EventRecord,
  HistoryEntry,
  ModelVersionRecord,
  TitleRecord,
} from '@keyart/contracts';

/** A fixed evening, so that tests do not depend on the day they run. */
export const EVENING = new Date('2026-03-01T20:00:00.000Z');

/** `minutes` after the evening's start. */
export function minutesLater(minutes: number): Date {
  return new Date(EVENING.getTime() + minutes * 60_000);
}

/** A title; `over` replaces fields. */
export function aTitle(over: Partial<TitleRecord> = {}): TitleRecord {
  return {
    titleId: 'night-train',
    name: 'Night Train',
    year: 1948,
    synopsis: 'A courier misses a stop.',
    genres: ['thriller', 'romance'],
    maturity: '12',
    facets: { mystery: 0.8, romance: 0.3 },
    cast: [],
    ...{ tags: [], originCountries: [], originalLanguage: null },
    ...over,
  };
}

/** An approved artwork without picture; `over` replaces fields. */
export function anArtwork(over: Partial<ArtworkRecord> = {}): ArtworkRecord {
  return {
    artworkId: 'night-train-platform',
    titleId: 'night-train',
    sha256: null,
    widthPx: null,
    heightPx: null,
    sizeBytes: null,
    mediaType: null,
    ...{ perceptualHash: null, blurhash: null, dominantColour: null, reading: null },
    ...{ reviewReason: null, framePositionFraction: null, shownPeople: [] },
    aspect: '16:9',
    locale: 'en',
    rightsFrom: new Date('2020-01-01T00:00:00Z'),
    rightsUntil: null,
    maturity: '7',
    isSpoiler: false,
    isEditorialDefault: true,
    reviewState: 'approved',
    caption: 'A couple on a foggy platform',
    captionVersion: 'c1',
    facets: { romance: 0.9 },
    isDrawn: true,
    origin: 'drawn',
    author: 'keyart',
    licence: 'CC0-1.0',
    ...over,
  };
}

/** A sampled decision among two artworks; `over` replaces fields. */
export function aDecision(over: Partial<DecisionRecord> = {}): DecisionRecord {
  return {
    decisionId: randomUUID(),
    requestId: randomUUID(),
    memberId: 'ada',
    titleId: 'night-train',
    artworkId: 'a',
    propensity: 0.7,
    candidates: [
      { artworkId: 'a', probability: 0.7, score: 0.21 },
      { artworkId: 'b', probability: 0.30000000000000004, score: null },
    ],
    excluded: [{ artworkId: 'c', reasons: ['rights-expired'] }],
    optionOrder: null,
    source: 'bandit',
    policy: 'production',
    policyVersion: 'p1',
    modelVersion: 'm1',
    profileVersion: 'v1',
    featureVersion: 'f1',
    contextHash: 'h1',
    assignedBy: 'experiment',
    slice: null,
    experiment: 'llm-trial/2',
    arm: 'treatment',
    pageId: randomUUID(),
    neighbours: ['harbour-boat'],
    stickyOutcome: 'none',
    previousArtworkId: null,
    isLocked: false,
    tierFailures: [{ source: 'llm', reason: 'no-scores' }],
    surface: { aspect: '16:9', locale: 'en', region: 'DE', device: 'tv', maturity: '18' },
    row: 1,
    position: 2,
    decidedAt: EVENING,
    ...over,
  };
}

/** An impression of the decision at the evening's start; `over` replaces fields. */
export function anEvent(decisionId: string, over: Partial<EventRecord> = {}): EventRecord {
  return {
    eventId: randomUUID(),
    decisionId,
    type: 'impression',
    occurredAt: EVENING,
    progressFraction: null,
    ...over,
  };
}

/** A film well liked; `over` replaces fields. */
export function aHistoryEntry(over: Partial<HistoryEntry> = {}): HistoryEntry {
  return {
    title: 'Brief Encounter',
    year: 1945,
    genres: ['drama'],
    people: ['Celia Johnson'],
    rating: 4.5,
    watchedAt: EVENING,
    ...over,
  };
}

/** Scores of two artworks; `over` replaces fields. */
export function aScore(over: Partial<ArtworkScoreRecord> = {}): ArtworkScoreRecord {
  return {
    memberId: 'ada',
    titleId: 'night-train',
    candidateSetHash: 'set1',
    modelVersion: 'llm1',
    templateVersion: 't1',
    profileVersion: 'v1',
    formulation: 'pointwise',
    artworkIds: ['a', 'b'],
    values: [-0.1, 0.2],
    labelMass: 0.9,
    missingLabelCount: 0,
    scoredAt: EVENING,
    ...over,
  };
}

/** A bandit out of service; `over` replaces fields. */
export function aModelVersion(over: Partial<ModelVersionRecord> = {}): ModelVersionRecord {
  return {
    version: 'bandit-1',
    kind: 'bandit',
    stage: 'retired',
    activatedAt: null,
    payload: { weights: [0.1, -2.5e-17] },
    summary: { rows: 100 },
    createdAt: EVENING,
    ...over,
  };
}
