import { createRandom, type Random } from '@keyart/common';
import type { Candidate, CandidateWorld } from './candidate';
import { chooseCandidates } from './choose-candidates';
import { Coverage } from './coverage';

const [TARGETS, CANDIDATES, WORLDS] = [12, 9, 100];

/** Candidates that share targets, as tracks share countries. */
function randomWorld(random: Random): CandidateWorld {
  const targets = Array.from({ length: TARGETS }, (_, index) => {
    const value = 100 * random.next() ** 2;
    return { country: `C${index}`, weight: { value, low: value, high: value }, level: random.next() / 4 };
  });
  const candidates = Array.from({ length: CANDIDATES }, (_, index): Candidate => {
    const reaches = targets.flatMap((__, target) =>
      random.next() < 0.4 ? [{ target, level: random.next() }] : [],
    );
    return { kind: 'dub', language: `l${index}`, country: null, cost: 1 + 40 * random.next(), reaches };
  });
  return { targets, candidates };
}

function netOf({ targets }: CandidateWorld, chosen: readonly Candidate[]): number {
  const coverage = new Coverage(targets);
  return chosen.reduce((sum, candidate) => {
    const value = coverage.gain(candidate);
    coverage.take(candidate);
    return sum + value - candidate.cost;
  }, 0);
}

/** Of all sets that the budget allows. */
function bestNet(world: CandidateWorld, budget: number): number {
  const sets = Array.from({ length: 2 ** CANDIDATES }, (_, bits) =>
    world.candidates.filter((__, index) => bits & (1 << index)),
  );
  const affordable = sets.filter((set) => set.reduce((sum, { cost }) => sum + cost, 0) <= budget);
  return Math.max(...affordable.map((set) => netOf(world, set)));
}

describe('chooseCandidates', () => {
  it('nets what the best of all sets would', async () => {
    const random = createRandom('choose/1');
    for (let index = 0; index < WORLDS; index++) {
      const world = randomWorld(random);
      const budget = index % 5 === 0 ? Infinity : 10 + 120 * random.next();
      const chosen = await chooseCandidates(world, { moneyPerViewer: 1, budget });
      expect(netOf(world, chosen)).toBeCloseTo(bestNet(world, budget), 6);
    }
  });
});
