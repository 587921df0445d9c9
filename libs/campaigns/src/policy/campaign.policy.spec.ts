import { chooseArtwork, type Candidate, type DecisionContext, type PolicyAnswer } from '@keyart/ranking';
import { campaignOf, tableOf } from '../campaign-cases.factory';
import type { CampaignArm } from '../holdout/campaign-arm';
import { bestProbabilities } from './best-probabilities';
import { campaignPolicy } from './campaign.policy';
import { withFloor } from './choice-probabilities';
import { freezeBatch } from './frozen-batch';

const campaign = campaignOf();
const COUNTS = tableOf(
  [
    [60, 1000],
    [40, 1000],
    [50, 1000],
  ],
  [
    [40, 1000],
    [70, 1000],
    [50, 1000],
  ],
);
const batch = freezeBatch(campaign, COUNTS);
const OPEN_MS = Date.parse('2026-12-10T12:00:00Z');

const TASTE = {
  version: 'new',
  historyCount: 0,
  facets: {},
  loves: [],
  likes: [],
  avoids: [],
  people: [],
  eras: [],
};

function policyFor(arm: CampaignArm, segment: string | null = 'nostalgic') {
  return campaignPolicy({ campaign, batch, segmentOf: () => segment, armOf: () => arm });
}

function contextOf(changes: Partial<DecisionContext> = {}): DecisionContext {
  const viewer = { memberId: 'member', taste: TASTE };
  const nothing = {
    labelScores: null,
    studentScores: null,
    shownBefore: null,
    pinnedArtworkId: null,
    neighbours: [],
  };
  return { viewer, titleId: 'title', region: 'PT', nowMs: OPEN_MS, ...nothing, ...changes };
}

function candidatesOf(ids: readonly string[], barred: readonly string[] = []): Candidate[] {
  return ids.map((artworkId) => ({
    descriptor: {
      artworkId,
      titleId: 'title',
      facets: {},
      caption: '',
      captionVersion: '1',
      isEditorialDefault: false,
      look: null,
    },
    ineligibleReasons: barred.includes(artworkId) ? ['rights-expired'] : [],
  }));
}

function reasonOf(answer: PolicyAnswer): string {
  return answer.kind === 'unavailable' ? answer.failures[0].reason : 'answered';
}

function probabilitiesOf(answer: PolicyAnswer): readonly number[] {
  if (answer.kind === 'unavailable') throw new Error(reasonOf(answer));
  return answer.probabilities;
}

describe('campaignPolicy', () => {
  it('draws with the frozen distribution of the segment, 0 outside of the campaign', () => {
    const probabilities = probabilitiesOf(
      policyFor('campaign').distribute(contextOf(), candidatesOf(['c', 'x', 'a', 'b'])),
    );
    const [a, b, c] = batch.segments[0].creatives.map(({ probability }) => probability);
    expect(probabilities).toEqual([c, 0, a, b]);
    expect(a + b + c).toBeCloseTo(1, 12);
    expect(a).toBeGreaterThan(b);
    expect(Math.min(a, b, c)).toBeGreaterThanOrEqual(batch.epsilon / 3);
  });

  it('is uniform in the holdout, and says so', () => {
    const answer = policyFor('holdout').distribute(contextOf(), candidatesOf(['a', 'b', 'c', 'x']));
    expect(answer).toMatchObject({ probabilities: [1 / 3, 1 / 3, 1 / 3, 0], source: 'random' });
  });

  it('asks anew which is the best where one may not be shown', () => {
    const probabilities = probabilitiesOf(
      policyFor('campaign').distribute(contextOf(), candidatesOf(['a', 'b', 'c'], ['a'])),
    );
    const rest = batch.segments[0].creatives.slice(1).map(({ posterior }) => posterior);
    expect(probabilities).toEqual([0, ...withFloor(bestProbabilities(rest), batch.epsilon)]);
  });

  it('logs what it drew with', () => {
    const choice = {
      policy: policyFor('campaign'),
      context: contextOf(),
      candidates: candidatesOf(['a', 'b', 'c']),
    };
    const chosen = chooseArtwork({ ...choice, decisionId: 'decision', salt: 'salt' });
    if (chosen.kind === 'unavailable') throw new Error('unavailable');
    const frozen = batch.segments[0].creatives.find(({ artworkId }) => artworkId === chosen.artworkId);
    expect(chosen.propensity).toBe(frozen?.probability);
    expect(chosen.distribution).toMatchObject({ source: 'campaign', modelVersion: batch.version });
  });

  it.each<{
    reason: string;
    segment?: string | null;
    changes?: Partial<DecisionContext>;
    ids?: string[];
    barred?: string[];
  }>([
    { reason: 'not-of-the-campaign', changes: { titleId: 'other' } },
    { reason: 'campaign-closed', changes: { region: 'BR' } },
    // 25 December is over in Lisbon.
    { reason: 'campaign-closed', changes: { nowMs: Date.parse('2026-12-26T00:00:00Z') } },
    { reason: 'no-segment', segment: null },
    { reason: 'no-segment', segment: 'critical-viewer' },
    { reason: 'no-eligible-creative', ids: ['a', 'x'], barred: ['a'] },
    { reason: 'no-eligible-artwork', barred: ['a'] },
  ])('is unavailable: $reason', ({ reason, segment = 'nostalgic', changes, ids = ['a'], barred }) => {
    const answer = policyFor('campaign', segment).distribute(contextOf(changes), candidatesOf(ids, barred));
    expect(reasonOf(answer)).toBe(reason);
  });
});

describe('freezeBatch', () => {
  it('has a version of its content', () => {
    expect(freezeBatch(campaign, COUNTS).version).toBe(batch.version);
    expect(freezeBatch(campaign, COUNTS, 0.1).version).not.toBe(batch.version);
  });

  it.each([
    [tableOf([[1, 2]]), 'counts: must be 2 segments by 3 creatives'],
    [
      tableOf(
        [
          [0, 0],
          [3, 2],
          [0, 0],
        ],
        [
          [0, 0],
          [0, 0],
          [0, 0],
        ],
      ),
      'counts[0][1]: 3 takes of 2 impressions',
    ],
    [
      tableOf(
        [
          [0, 0],
          [0, NaN],
          [0, 0],
        ],
        [
          [0, 0],
          [0, 0],
          [0, 0],
        ],
      ),
      'counts[0][1]: 0 takes of NaN impressions',
    ],
  ])('refuses counts that cannot be', (counts, message) => {
    expect(() => freezeBatch(campaign, counts)).toThrow(message);
  });
});
