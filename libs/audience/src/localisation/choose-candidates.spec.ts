import { createRandom, type Random } from '@keyart/common';
import type { Candidate, CandidateWorld } from './candidate';
import { chooseCandidates } from './choose-candidates';
import { Coverage } from './coverage';

const [TARGETS, CANDIDATES, WORLDS] = [12, 9, 300];

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
  it('nets nearly what the best of all sets would', () => {
    const random = createRandom('choose/1');
    const shares = Array.from({ length: WORLDS }, () => {
      const world = randomWorld(random);
      const budget = 10 + 120 * random.next();
      const best = bestNet(world, budget);
      return best <= 0 ? 1 : netOf(world, chooseCandidates(world, { moneyPerViewer: 1, budget })) / best;
    }).sort((a, b) => a - b);
    const mean = shares.reduce((sum, one) => sum + one, 0) / WORLDS;
    // Measured: mean .993, worst .821.
    expect(mean).toBeGreaterThan(0.98);
    expect(shares[0]).toBeGreaterThan(0.75);
  });
});
