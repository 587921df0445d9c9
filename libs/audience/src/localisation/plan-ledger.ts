import { addAmounts, NO_AMOUNT, scaleAmount } from './amount';
import type { Candidate, CandidateWorld } from './candidate';
import type { ServingFacts } from './cells';
import { countryReasonOf } from './country-reason';
import { Coverage } from './coverage';
import { describeWork } from './describe-work';
import type { PlanPart } from './plan-parts';
import type { CountryReason, WorkItem, WorkValue } from './work-item';

const NO_VALUE: WorkValue = { viewers: NO_AMOUNT, value: NO_AMOUNT, cost: 0, netValue: 0 };

/** Writes work down one after the other, each with what it adds to what stands before it. */
export class PlanLedger {
  private readonly coverage: Coverage;
  private readonly parts: ReadonlyMap<string, PlanPart>;
  private sum = NO_VALUE;

  constructor(
    world: CandidateWorld,
    parts: readonly PlanPart[],
    private readonly facts: ServingFacts,
  ) {
    this.coverage = new Coverage(world.targets);
    this.parts = new Map(parts.map((part) => [part.market.country, part]));
  }

  /** Of all that was entered. */
  get total(): WorkValue {
    return this.sum;
  }

  /** Adds work at the end. */
  enter(candidate: Candidate): WorkItem {
    const item = this.look(candidate);
    this.coverage.take(candidate);
    this.sum = item.cumulative;
    return item;
  }

  /** What work would add now, without adding it. */
  look(candidate: Candidate): WorkItem {
    const { kind, language, country, cost } = candidate;
    const reasons = this.reasonsOf(candidate);
    const viewers = reasons.reduce((sum, reason) => addAmounts(sum, reason.viewers), NO_AMOUNT);
    const value = scaleAmount(viewers, this.facts.assumptions.moneyPerViewer);
    const worth = { viewers, value, cost, netValue: value.value - cost };
    const item = { kind, language, country, ...worth, cumulative: addedUp(this.sum, worth), reasons };
    return { ...item, sentence: describeWork(item) };
  }

  private reasonsOf(candidate: Candidate): CountryReason[] {
    const gains = [...this.coverage.gainByCountry(candidate)];
    return gains
      .map(([country, viewers]) => countryReasonOf(candidate, viewers, this.placeOf(country)))
      .sort((a, b) => b.viewers.value - a.viewers.value || (a.country < b.country ? -1 : 1));
  }

  private placeOf(country: string): { part: PlanPart; facts: ServingFacts } {
    const part = this.parts.get(country);
    if (!part) throw new Error(`${country} gains, but is not planned for`);
    return { part, facts: this.facts };
  }
}

function addedUp(a: WorkValue, b: WorkValue): WorkValue {
  return {
    viewers: addAmounts(a.viewers, b.viewers),
    value: addAmounts(a.value, b.value),
    cost: a.cost + b.cost,
    netValue: a.netValue + b.netValue,
  };
}
