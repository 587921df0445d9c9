import { NEW_VIEWER_TASTE } from '@keyart/features';
import type { DecisionContext } from '@keyart/ranking';
import { contextHash } from './context-hash';

const CONTEXT: DecisionContext = {
  viewer: { memberId: 'ada', taste: NEW_VIEWER_TASTE },
  ...{ titleId: 't', region: 'PT', nowMs: 0, shownBefore: null, pinnedArtworkId: null, neighbours: [] },
  ...{ labelScores: null, studentScores: null },
};
const hashOf = (changes: Partial<DecisionContext>): string =>
  contextHash({
    context: { ...CONTEXT, ...changes },
    candidates: [],
    surface: { aspect: '16:9', locale: 'en', region: 'PT', device: 'tv', maturity: '18' },
    ...{ policy: 'llm', policyVersion: 'p' },
  });

describe('contextHash', () => {
  it('tells what a student said from silence, and one answer from another', () => {
    const scores = { modelVersion: 'student/1', artworkIds: ['a'], values: [1] };
    const hashes = [
      hashOf({}),
      hashOf({ studentScores: scores }),
      hashOf({ studentScores: { ...scores, values: [2] } }),
      hashOf({ studentScores: { ...scores, modelVersion: 'student/2' } }),
    ];
    expect(new Set(hashes).size).toBe(4);
    expect(hashOf({ studentScores: { ...scores } })).toBe(hashes[1]);
  });

  it('counts the time only where a picture was shown before', () => {
    const shownBefore = { artworkId: 'a', shownAtMs: 0, lockedUntilMs: null };
    expect(hashOf({ nowMs: 9 })).toBe(hashOf({}));
    expect(hashOf({ nowMs: 9, shownBefore })).not.toBe(hashOf({ shownBefore }));
  });
});
