import type { CatalogueSnapshot } from '@keyart/catalog';
import type { HybridRow } from '@keyart/learning';
import type { DescriptorCache } from '../candidates/descriptor-cache';
import { DecisionSlates } from './decision-slates';
import type { DecisionScores, SlatedDecision } from './decision-scores';
import type { ReadRow } from './training-set';

/** Where candidates and their scores come from. */
export interface HybridRowsParts {
  readonly scores: Pick<DecisionScores, 'of'>;
  readonly snapshot: CatalogueSnapshot;
  readonly descriptors: DescriptorCache;
}

const UNSCORED: HybridRow['scores'] = { llm: null, student: null };

/** Rows with all that was before the policy, gathered a batch at a time. */
export class HybridRows {
  readonly rows: HybridRow[] = [];
  private readonly slates: DecisionSlates;

  constructor(private readonly parts: HybridRowsParts) {
    this.slates = new DecisionSlates(parts);
  }

  /**
   * Takes rows in. One whose candidates have not all stayed in the catalogue is left out; one with a taste younger than its decision
   * has no scores, for they would know what the picture led to.
   */
  async add(read: readonly ReadRow[]): Promise<void> {
    const slated = read.flatMap((one) => {
      const slate = this.slates.of(one.decision);
      return slate === null ? [] : [{ ...one, slate, taste: one.row.taste }];
    });
    const timely = slated.filter(({ isLater }) => !isLater);
    const answers = await this.parts.scores.of(timely);
    const scores = new Map<SlatedDecision, HybridRow['scores']>(timely.map((one, i) => [one, answers[i]]));
    for (const one of slated) {
      const { row, decision, slate } = one;
      const shownAt = slate.findIndex(({ artworkId }) => artworkId === decision.artworkId);
      const { memberId } = decision;
      this.rows.push({
        ...{ ...row, artwork: slate[shownAt], memberId, slate, shownAt },
        scores: scores.get(one) ?? UNSCORED,
      });
    }
  }
}
