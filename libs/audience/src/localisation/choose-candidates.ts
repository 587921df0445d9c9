import { candidateKey, type Candidate, type CandidateWorld } from './candidate';
import { Coverage } from './coverage';

/** What a choice has to keep to. */
export interface ChoiceLimits {
  /** US dollars that a viewer is worth, ≥ 0. */
  readonly moneyPerViewer: number;
  /** US dollars; `Infinity`: whatever pays. */
  readonly budget: number;
}

/**
 * Chooses work greedily by value for the money given what is chosen before, passing over what the budget has no room for, and stops
 * where nothing brings more than it costs. Where a budget binds, the same is tried after each single candidate, so that something
 * small and cheap does not keep out something large, and the best is kept (after Khuller, Moss, Naor 1999, who take the best single one).
 * A larger budget never nets less: at the first difference it buys what brings more for the money than anything that
 * is bought instead, and costs more than all of that together.
 * Returns the candidates, best value for the money first; independent of the order given.
 */
export function chooseCandidates(world: CandidateWorld, limits: ChoiceLimits): Candidate[] {
  const chooser = new Chooser(world, limits.moneyPerViewer);
  const whole = chooser.greedy(limits.budget, null);
  if (limits.budget === Infinity || isSame(whole, chooser.greedy(Infinity, null))) return whole;
  const seeds = chooser.worthwhile.filter(({ cost }) => cost <= limits.budget);
  const runs = [whole, ...seeds.map((seed) => chooser.greedy(limits.budget, seed))];
  const worth = runs.map((run) => chooser.netValue(run));
  return chooser.inOrder(runs[worth.reduce((best, value, at) => (value > worth[best] + TIE ? at : best), 0)]);
}

/** US dollars by which two sums of the same things may differ. */
const TIE = 1e-6;

/** A candidate and its value in US dollars when last looked at, which is no less than what it is now. */
interface Bounded {
  readonly candidate: Candidate;
  readonly key: string;
  readonly value: number;
}

class Chooser {
  private readonly start: readonly Bounded[];

  constructor(
    private readonly world: CandidateWorld,
    private readonly moneyPerViewer: number,
  ) {
    const coverage = new Coverage(world.targets);
    this.start = world.candidates
      .map((candidate) => this.bounded(candidate, coverage))
      .filter(({ candidate, value }) => value > candidate.cost)
      .sort(byRatio);
  }

  /** Those that bring more than they cost where nothing else is done; no other ever does. */
  get worthwhile(): Candidate[] {
    return this.start.map(({ candidate }) => candidate);
  }

  /** Lazily (Minoux 1978): values only shrink, so that one which is still the best after a fresh look is the best. */
  greedy(budget: number, seed: Candidate | null): Candidate[] {
    const coverage = new Coverage(this.world.targets);
    const chosen: Candidate[] = [];
    let left = budget;
    const take = (candidate: Candidate): void => {
      coverage.take(candidate);
      chosen.push(candidate);
      left -= candidate.cost;
    };
    if (seed) take(seed);
    const line = this.start.filter(({ candidate }) => candidate !== seed);
    for (let next = line.shift(); next; next = line.shift()) {
      const { candidate } = next;
      if (candidate.cost > left) continue;
      const fresh = this.bounded(candidate, coverage);
      if (fresh.value <= candidate.cost) continue;
      if (line.length === 0 || byRatio(fresh, line[0]) <= 0) take(candidate);
      else line.splice(placeIn(line, fresh), 0, fresh);
    }
    return chosen;
  }

  /** US dollars. */
  netValue(chosen: readonly Candidate[]): number {
    const coverage = new Coverage(this.world.targets);
    return chosen.reduce((sum, candidate) => {
      const { value } = this.bounded(candidate, coverage);
      coverage.take(candidate);
      return sum + value - candidate.cost;
    }, 0);
  }

  /** The same candidates, best value for the money first. */
  inOrder(chosen: readonly Candidate[]): Candidate[] {
    const coverage = new Coverage(this.world.targets);
    const left = new Set(chosen);
    return chosen.map(() => {
      const [{ candidate }] = [...left].map((one) => this.bounded(one, coverage)).sort(byRatio);
      coverage.take(candidate);
      left.delete(candidate);
      return candidate;
    });
  }

  private bounded(candidate: Candidate, coverage: Coverage): Bounded {
    return {
      candidate,
      key: candidateKey(candidate),
      value: coverage.gain(candidate) * this.moneyPerViewer,
    };
  }
}

/** Best value for the money first; what costs nothing before all; ties by name. */
function byRatio(a: Bounded, b: Bounded): number {
  return b.value * a.candidate.cost - a.value * b.candidate.cost || (a.key < b.key ? -1 : 1);
}

function placeIn(line: readonly Bounded[], one: Bounded): number {
  const place = line.findIndex((other) => byRatio(one, other) <= 0);
  return place < 0 ? line.length : place;
}

function isSame(a: readonly Candidate[], b: readonly Candidate[]): boolean {
  return a.length === b.length && a.every((one, index) => one === b[index]);
}
