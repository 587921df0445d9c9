import type { DecisionRecord } from '@keyart/contracts';
import type { ArtworkDescriptor, TasteProfile } from '@keyart/features';
import type { BaselineModel, ClickbaitGuardModel, InsightModel } from '@keyart/ranking';

/** A decision with what it was made from, as far as that is still there. */
export interface DecisionEvidence {
  readonly record: DecisionRecord;
  /** `[K]` as the catalogue describes the candidates today, aligned with the record's; null: gone. */
  readonly descriptors: readonly (ArtworkDescriptor | null)[];
  /** What the policy knew of the viewer: the taste as of the decision, a new viewer's where it looks at none; null: gone. */
  readonly taste: TasteProfile | null;
  /** The model that scored; null: another tier did, or the model is of another feature version or unknown. */
  readonly bandit: BaselineModel | null;
  /** Its prior means; null: it had none, or they are gone, which shows in scores that are not reproduced. */
  readonly insights: InsightModel | null;
  /** The guard that serves today. */
  readonly guard: ClickbaitGuardModel | null;
}
