import { groupsOf } from '@keyart/common';
import { isEngaged, type ExportDecision } from '../decisions/export-decision';
import { importanceOf } from '../decisions/importance';
import type { Side } from '../decisions/split-rule';
import type { RowPlan } from '../rows/row-plan';
import { strongestLeaning, tasteDirection } from './kindred';
import { losingPictures, type KindredDecision, type LosingPicture } from './losing-pictures';

/** A decision taken, with the pictures that lost against what it showed. */
export interface WonDecision {
  readonly decision: ExportDecision;
  readonly side: Side;
  /** May be none. */
  readonly losers: readonly LosingPicture[];
}

interface SidedDecision extends KindredDecision {
  readonly side: Side;
  readonly leaning: string;
}

/** Decisions of one title at a time, compared among viewers of a kind; validation is never judged by training, nor the other way round. */
export class TitlePairs {
  private readonly decisions: SidedDecision[] = [];

  constructor(private readonly plan: RowPlan) {}

  /** @param decision of the same title as all since the last `take` */
  add(decision: ExportDecision, side: Side): void {
    const taste = this.plan.context.viewers.get(decision.userId)?.at(decision.atMs).taste;
    if (!taste) throw new Error(`${decision.userId} was not surveyed`);
    const { weight } = importanceOf(decision, this.plan.settings.maxWeight);
    const leaning = strongestLeaning(taste);
    this.decisions.push({ decision, side, weight, leaning, taste: tasteDirection(taste) });
  }

  /** What was taken, in the order added; the title is forgotten. */
  take(): WonDecision[] {
    const buckets = new Map(
      groupsOf(this.decisions, bucketOf).map((bucket) => [bucketOf(bucket[0]), bucket as SidedDecision[]]),
    );
    const won = this.decisions
      .filter(({ decision }) => isEngaged(decision))
      .map((taken) => ({
        ...{ decision: taken.decision, side: taken.side },
        losers: losingPictures(taken, buckets.get(bucketOf(taken)) ?? [], this.plan.settings),
      }));
    this.decisions.length = 0;
    return won;
  }
}

function bucketOf({ side, leaning }: SidedDecision): string {
  return `${side}/${leaning}`;
}
