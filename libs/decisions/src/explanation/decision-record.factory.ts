import type { DecisionRecord } from '@keyart/contracts';

/** A plain decision between two artworks, of which `a` was chosen with 0.8. For specs. */
export function decisionRecord(more: Partial<DecisionRecord> = {}): DecisionRecord {
  return {
    decisionId: '11111111-1111-4111-8111-111111111111',
    requestId: '22222222-2222-4222-8222-222222222222',
    ...{ memberId: 'ana', titleId: 't', artworkId: 'a', propensity: 0.8 },
    candidates: [
      { artworkId: 'a', probability: 0.8, score: 0.4 },
      { artworkId: 'b', probability: 0.2, score: 0.2 },
    ],
    ...{ excluded: [], optionOrder: null, source: 'bandit', policy: 'production', policyVersion: 'p' },
    ...{ modelVersion: 'm', profileVersion: 'new', featureVersion: 'f', contextHash: 'c' },
    ...{ assignedBy: 'default', slice: null, experiment: null, arm: null, pageId: null, neighbours: [] },
    ...{ stickyOutcome: 'none', previousArtworkId: null, isLocked: false, tierFailures: [] },
    surface: { aspect: '16:9', locale: 'en', region: 'PT', device: 'web', maturity: '18' },
    ...{ row: 0, position: 0, decidedAt: new Date(0) },
    ...more,
  };
}
