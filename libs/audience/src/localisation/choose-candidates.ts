import loadHighs, { type Highs } from 'highs';
import { candidateKey, type Candidate, type CandidateWorld } from './candidate';
import { candidateProgram } from './candidate-program';
import { Coverage } from './coverage';

/** What a choice has to keep to. */
export interface ChoiceLimits {
  /** US dollars that a viewer is worth, ≥ 0. */
  readonly moneyPerViewer: number;
  /** US dollars; `Infinity`: whatever pays. */
  readonly budget: number;
}

/** No gap is left to the best set; the sets of a plan are small enough. */
const OPTIONS = { output_flag: false, mip_rel_gap: 0, mip_abs_gap: 0 } as const;

/**
 * Chooses the set of work that nets most of all sets that the budget allows, by mixed-integer programming (HiGHS), so that a larger
 * budget never nets less. What adds nothing to the rest is left out.
 * Returns the candidates, best value for the money first, given what is before; independent of the order given.
 * @throws Error where the solver finds no best set
 */
export async function chooseCandidates(world: CandidateWorld, limits: ChoiceLimits): Promise<Candidate[]> {
  const { moneyPerViewer, budget } = limits;
  const values = new Valuer(world, moneyPerViewer);
  const candidates = values.worthwhile(budget);
  if (candidates.length === 0) return [];
  highs ??= loadHighs();
  const program = candidateProgram({ targets: world.targets, candidates, moneyPerViewer, budget });
  const solution = (await highs).solve(program, OPTIONS);
  if (solution.Status !== 'Optimal') throw new Error(`no best plan was found: ${solution.Status}`);
  const chosen = candidates.filter((_, index) => solution.Columns[`x${index}`].Primal > 0.5);
  return values.inOrder(chosen);
}

/** Compiled once. */
let highs: Promise<Highs> | undefined;

/** A candidate and its value in US dollars, given what is done. */
interface Valued {
  readonly candidate: Candidate;
  readonly key: string;
  readonly value: number;
}

class Valuer {
  constructor(
    private readonly world: CandidateWorld,
    private readonly moneyPerViewer: number,
  ) {}

  /** Those that a budget has room for and that bring more than they cost where nothing else is done; no other ever does. By name. */
  worthwhile(budget: number): Candidate[] {
    const coverage = new Coverage(this.world.targets);
    return this.world.candidates
      .map((candidate) => this.valued(candidate, coverage))
      .filter(({ candidate: { cost }, value }) => value > cost && cost <= budget)
      .sort((a, b) => (a.key < b.key ? -1 : 1))
      .map(({ candidate }) => candidate);
  }

  /** The same candidates, best value for the money first, without what brings no more than it costs after the others. */
  inOrder(chosen: readonly Candidate[]): Candidate[] {
    const coverage = new Coverage(this.world.targets);
    const left = new Set(chosen);
    const ordered: Candidate[] = [];
    while (left.size > 0) {
      const [{ candidate, value }] = [...left].map((one) => this.valued(one, coverage)).sort(byRatio);
      left.delete(candidate);
      if (value <= candidate.cost) continue;
      coverage.take(candidate);
      ordered.push(candidate);
    }
    return ordered;
  }

  private valued(candidate: Candidate, coverage: Coverage): Valued {
    const value = coverage.gain(candidate) * this.moneyPerViewer;
    return { candidate, key: candidateKey(candidate), value };
  }
}

/** Best value for the money first; what costs nothing before all; ties by name. */
function byRatio(a: Valued, b: Valued): number {
  return b.value * a.candidate.cost - a.value * b.candidate.cost || (a.key < b.key ? -1 : 1);
}
