import { createRandom, type Random } from '@keyart/common';
import { SERVED_POLICIES, type ServedPolicy } from '@keyart/contracts';
import { FACETS, type ArtworkDescriptor, type TasteProfile } from '@keyart/features';
import {
  chooseArtwork,
  servingPolicy,
  type Candidate,
  type ChosenArtwork,
  type DecisionContext,
  type LabelScores,
  type Policy,
  type StudentScores,
} from '@keyart/ranking';
import {
  randomBaseline,
  SOME_CALIBRATION,
  SOME_GUARD,
  SOME_HYBRID,
  SOME_INSIGHTS,
  SOME_PARAMETERS,
  SOME_POPULARITY,
  SOME_STUDENT,
} from './policy-models.factory';

const DECISIONS = 50_000;
const NOW_MS = 1_700_000_000_000;
const HOUR_MS = 3_600_000;
/** |z| of a true standard normal exceeds it once in 2,000. */
const BOUND = 3.5;

const serving = servingPolicy({
  models: {
    bandit: randomBaseline('statistics'),
    popularity: SOME_POPULARITY,
    llm: SOME_CALIBRATION,
    student: SOME_STUDENT,
    hybrid: SOME_HYBRID,
    insights: SOME_INSIGHTS,
    guard: SOME_GUARD,
  },
  parameters: { ...SOME_PARAMETERS, epsilon: 0.1 },
});

function below(random: Random, limit: number): number {
  return Math.floor(random.next() * limit);
}

function facetsFrom(random: Random, least: number): TasteProfile['facets'] {
  const strength = (): number => least + random.next() * (1 - least);
  return Object.fromEntries(
    Array.from({ length: 5 }, () => [FACETS[below(random, FACETS.length)], strength()]),
  );
}

/** A catalogue and viewers fixed by the seed, so that the model's contractions are computed once. */
function worldOf(random: Random): { titles: Candidate[][]; tastes: TasteProfile[] } {
  const empty = { version: 'taste', historyCount: 5, loves: [], likes: [], avoids: [], people: [], eras: [] };
  const candidateOf = (titleId: string, i: number): Candidate => ({
    descriptor: {
      artworkId: `${titleId}/${i}`,
      titleId,
      facets: facetsFrom(random, 0),
      caption: '',
      captionVersion: '1',
      isEditorialDefault: i === 0,
      look: null,
    },
    ineligibleReasons: random.next() < 0.1 ? ['rights-expired'] : [],
  });
  const titleOf = (t: number): Candidate[] =>
    Array.from({ length: 2 + below(random, 7) }, (_, i) => candidateOf(`title-${t}`, i));
  return {
    titles: Array.from({ length: 200 }, (_, t) => titleOf(t)),
    tastes: Array.from({ length: 200 }, () => ({ ...empty, facets: facetsFrom(random, -1) })),
  };
}

function labelScoresOf(random: Random, candidates: readonly Candidate[]): LabelScores {
  return {
    modelVersion: 'llm/1',
    formulation: 'pointwise',
    artworkIds: candidates.map(({ descriptor }) => descriptor.artworkId),
    values: candidates.map(() => random.next() * 2),
    labelMass: random.next(),
    missingLabelCount: 0,
  };
}

function studentScoresOf(random: Random, candidates: readonly Candidate[]): StudentScores {
  const { artworkIds, values } = labelScoresOf(random, candidates);
  return { modelVersion: SOME_STUDENT.version, artworkIds, values };
}

/** Half of the places stand alone; of the others half have a neighbour that looks like one of the candidates. */
function neighboursOf(random: Random, candidates: readonly Candidate[]): ArtworkDescriptor[] {
  const { descriptor } = candidates[below(random, candidates.length)];
  const facets = random.next() < 0.5 ? descriptor.facets : facetsFrom(random, 0);
  return random.next() < 0.5 ? [{ ...descriptor, facets, titleId: 'neighbour' }] : [];
}

function contextOf(random: Random, taste: TasteProfile, candidates: readonly Candidate[]): DecisionContext {
  const { artworkId } = candidates[below(random, candidates.length)].descriptor;
  const shownBefore = { artworkId, shownAtMs: NOW_MS - random.next() * 2 * HOUR_MS, lockedUntilMs: null };
  const isLocked = random.next() < 0.1;
  return {
    viewer: { memberId: `member-${below(random, 1000)}`, taste },
    titleId: candidates[0].descriptor.titleId,
    region: random.next() < 0.5 ? 'PT' : 'JP',
    nowMs: NOW_MS,
    shownBefore: random.next() < 0.5 ? { ...shownBefore, lockedUntilMs: isLocked ? NOW_MS + 1 : null } : null,
    labelScores: random.next() < 0.5 ? labelScoresOf(random, candidates) : null,
    studentScores: random.next() < 0.5 ? studentScoresOf(random, candidates) : null,
    pinnedArtworkId: random.next() < 0.05 ? artworkId : null,
    neighbours: neighboursOf(random, candidates),
  };
}

function choicesOf(policy: Policy, seed: string): ChosenArtwork[] {
  const random = createRandom(seed);
  const { titles, tastes } = worldOf(random);
  return Array.from({ length: DECISIONS }, (_, i) => {
    const candidates = titles[below(random, titles.length)];
    const context = contextOf(random, tastes[below(random, tastes.length)], candidates);
    return chooseArtwork({ policy, context, candidates, decisionId: `${seed}/${i}`, salt: 'statistics/1' });
  }).filter((choice) => choice.kind === 'chosen');
}

/** Σ over decisions of (1{chosen = a} − p_a) for the artwork that `pick` names, over its standard deviation. */
function standardisedSum(choices: readonly ChosenArtwork[], pick: (one: ChosenArtwork) => number): number {
  let sum = 0;
  let variance = 0;
  for (const choice of choices) {
    const { artworkId, probability } = choice.candidates[pick(choice)];
    sum += (choice.artworkId === artworkId ? 1 : 0) - probability;
    variance += probability * (1 - probability);
  }
  return sum / Math.sqrt(variance);
}

/** Per tenth of probability: how often candidates of that size were chosen against how often they should, standardised. */
function standardisedSumsBySize(choices: readonly ChosenArtwork[]): number[] {
  const buckets = Array.from({ length: 10 }, () => ({ surplus: 0, variance: 0 }));
  for (const { candidates, artworkId } of choices) {
    for (const { probability, artworkId: id } of candidates) {
      const bucket = buckets[Math.min(9, Math.floor(probability * 10))];
      bucket.surplus += (id === artworkId ? 1 : 0) - probability;
      bucket.variance += probability * (1 - probability);
    }
  }
  return buckets.filter(({ variance }) => variance > 20).map((one) => one.surplus / Math.sqrt(one.variance));
}

/** Pearson's χ² of many draws from one distribution, standardised: (χ² − df) / √(2 df). */
function chiSquareZ(choice: ChosenArtwork, chosenIds: readonly string[]): number {
  const terms = choice.candidates.map(({ artworkId, probability }) => {
    const expected = probability * chosenIds.length;
    return (chosenIds.filter((id) => id === artworkId).length - expected) ** 2 / expected;
  });
  const freedom = terms.length - 1;
  return (terms.reduce((sum, term) => sum + term, 0) - freedom) / Math.sqrt(2 * freedom);
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(keyOf(item), []);
  for (const item of items) groups.get(keyOf(item))?.push(item);
  return groups;
}

const best = ({ candidates }: ChosenArtwork): number =>
  candidates.reduce((top, one, i) => (one.probability > candidates[top].probability ? i : top), 0);
const least = ({ candidates }: ChosenArtwork): number =>
  candidates.reduce((low, one, i) => (one.probability < candidates[low].probability ? i : low), 0);

/** Least numbers of (tier, sticky outcome) groups and of sizes of probability that a policy must show. */
const VARIETY: Readonly<Record<ServedPolicy, { groups: number; sizes: number }>> = {
  production: { groups: 3, sizes: 5 },
  llm: { groups: 9, sizes: 5 },
  hybrid: { groups: 9, sizes: 5 },
  uniform: { groups: 1, sizes: 4 },
  popular: { groups: 3, sizes: 2 },
  'not-personalised': { groups: 3, sizes: 5 },
};

describe.each(SERVED_POLICIES)('50,000 choices of the %s policy', (name) => {
  const choices = choicesOf(serving[name], `statistics/${name}`);
  const open = choices.filter(
    ({ distribution, candidates }) => !distribution.isLocked && candidates.length > 1,
  );

  it('meet every sticky outcome', () => {
    const outcomes = new Set(choices.map(({ distribution }) => distribution.stickyOutcome));
    const sticky = name === 'uniform' ? ['none', 'pinned'] : ['held', 'locked', 'none', 'pinned', 'released'];
    expect([...outcomes].sort()).toEqual(sticky);
    expect(open.length).toBeGreaterThan(0.8 * DECISIONS);
  });

  it('agree with their probabilities, for the first, the likeliest and the least likely artwork', () => {
    const sums = [(): number => 0, best, least].map((pick) => standardisedSum(open, pick));
    expect(sums.filter((z) => !(Math.abs(z) < BOUND))).toEqual([]);
  });

  it('agree with their probabilities in every tier and sticky outcome', () => {
    const groups = groupBy(
      open,
      ({ distribution }) => `${distribution.source}, ${distribution.stickyOutcome}`,
    );
    const sums = [...groups].map(([group, some]) => [group, standardisedSum(some, best)] as const);
    expect(sums.filter(([, z]) => !(Math.abs(z) < BOUND))).toEqual([]);
    expect(groups.size).toBeGreaterThanOrEqual(VARIETY[name].groups);
  });

  it('are as frequent as stated at every size of probability', () => {
    const sums = standardisedSumsBySize(open);
    expect(sums.length).toBeGreaterThanOrEqual(VARIETY[name].sizes);
    expect(sums.filter((z) => !(Math.abs(z) < BOUND))).toEqual([]);
  });

  it('keep the floor, and are certain where locked', () => {
    const lowest = open.map(({ candidates }) => {
      return Math.min(...candidates.map(({ probability }) => probability)) * candidates.length;
    });
    expect(Math.min(...lowest)).toBeGreaterThanOrEqual(0.1 * (1 - 1e-15));
    const locked = choices.filter(({ distribution }) => distribution.isLocked);
    expect(locked.length).toBeGreaterThan(100);
    expect(locked.every(({ propensity }) => propensity === 1)).toBe(true);
  });
});

it('draws from one distribution as it says (χ² of 50,000 draws)', () => {
  const random = createRandom('statistics/one');
  const { titles, tastes } = worldOf(random);
  const candidates = titles.find((some) => some.length === 8) ?? [];
  const context = { ...contextOf(random, tastes[0], candidates), shownBefore: null, pinnedArtworkId: null };
  const draw = (i: number): ChosenArtwork => {
    const decisionId = `decision-${i}`;
    const choice = chooseArtwork({
      policy: serving.production,
      context,
      candidates,
      decisionId,
      salt: 's/1',
    });
    if (choice.kind === 'unavailable') throw new Error('nothing eligible in the world drawn');
    return choice;
  };
  const chosenIds = Array.from({ length: DECISIONS }, (_, i) => draw(i).artworkId);
  expect(Math.abs(chiSquareZ(draw(0), chosenIds))).toBeLessThan(BOUND);
});
