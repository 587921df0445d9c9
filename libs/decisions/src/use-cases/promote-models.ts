import type { Clock } from '@keyart/common';
import type { ModelSummary } from '@keyart/contracts';
import type { ModelVersionsRepository, ShadowDecisionsRepository } from '@keyart/db';
import {
  compareShadow,
  judgeShadow,
  type PromotionRule,
  type ShadowComparison,
  type ShadowVerdict,
} from '@keyart/learning';

/** What promotion stands on. */
export interface PromoteModelsParts {
  readonly models: Pick<ModelVersionsRepository, 'inService' | 'activate' | 'reject' | 'summarize'>;
  readonly shadows: Pick<ShadowDecisionsRepository, 'rewarded' | 'agreement'>;
  readonly rule: PromotionRule;
  readonly clock: Clock;
}

/** What became of the shadow; null: there is none. */
export interface PromotionOutcome {
  readonly version: string | null;
  readonly verdict: ShadowVerdict | null;
  readonly decisionCount: number;
}

interface JudgedShadow {
  readonly verdict: ShadowVerdict;
  readonly decisionCount: number;
}

/** The newest decisions say enough of a model, and fit into memory. */
const COMPARED_COUNT = 100_000;

/**
 * Use case: compares the bandit in the shadow with what serves, promotes or rejects it, and notes the figures with it. An LLM in the
 * shadow only gets its figures: people release those, see `ReleaseRanker`.
 */
export class PromoteModels {
  constructor(private readonly parts: PromoteModelsParts) {}

  /** @param rule what of the rule to replace this time */
  async run(rule: Partial<PromotionRule> = {}): Promise<PromotionOutcome> {
    const { models, clock } = this.parts;
    const shadows = (await models.inService()).filter(({ stage }) => stage === 'shadow');
    const wanted = { ...this.parts.rule, ...rule };
    const llm = shadows.find(({ kind }) => kind === 'llm');
    if (llm) await this.judge(llm.version, wanted);
    const bandit = shadows.find(({ kind }) => kind === 'bandit');
    if (!bandit) return { version: null, verdict: null, decisionCount: 0 };
    const { version } = bandit;
    const { verdict, decisionCount } = await this.judge(version, wanted);
    const now = new Date(clock.nowMs());
    if (verdict === 'promote') await models.activate(version, now);
    if (verdict === 'reject') await models.reject(version, now);
    return { version, verdict, decisionCount };
  }

  /** Compares a shadow with what served and notes the figures with it. */
  private async judge(version: string, rule: PromotionRule): Promise<JudgedShadow> {
    const { models, shadows, clock } = this.parts;
    const comparison = compareShadow(await shadows.rewarded(version, COMPARED_COUNT));
    const verdict = judgeShadow(comparison, rule);
    const { decisionCount, agreeingCount } = await shadows.agreement(version, COMPARED_COUNT);
    const figures = figuresOf(comparison, verdict, new Date(clock.nowMs()));
    const agreement: ModelSummary =
      decisionCount > 0 ? { shadowAgreement: agreeingCount / decisionCount } : {};
    await models.summarize(version, { ...figures, ...agreement });
    return { verdict, decisionCount: comparison.decisionCount };
  }
}

/** For the summary: what is no number yet is left out. */
function figuresOf(comparison: ShadowComparison, verdict: ShadowVerdict, at: Date): ModelSummary {
  const { decisionCount, effectiveCount, servedValue, shadowValue, difference, standardError } = comparison;
  const figures = {
    ...{ shadowDecisionCount: decisionCount, shadowEffectiveCount: effectiveCount, servedValue, shadowValue },
    ...{ shadowDifference: difference, shadowStandardError: standardError },
  };
  const known = Object.entries(figures).filter(([, value]) => Number.isFinite(value));
  return { ...Object.fromEntries(known), shadowVerdict: verdict, shadowComparedAt: at.toISOString() };
}
