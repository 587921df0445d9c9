import { HitCounter } from '@keyart/common';
import {
  servingPolicy,
  type ServingParameters,
  type ServingParts,
  type ServingPolicy,
  type StudentCalibration,
} from '@keyart/ranking';
import type { ActiveModels, ServedLlm, ServingModels } from '../models/serving-models';
import type { ShadowPolicy } from '../shadow/shadow-watch';

/** What serves now. */
export interface ServedNow {
  readonly policies: ServingPolicy;
  /** The LLM whose label scores the `llm` policy reads; null: its tier is off. */
  readonly llm: ServedLlm | null;
  /** `production` over the shadow bandit, `llm` over the shadow LLM; of those that there are. */
  readonly shadows: readonly ShadowPolicy[];
}

/** Composes the policies once per set of models, not per request. */
export class PolicyCache {
  /** How often it was asked, and whether the policies had to be composed. */
  readonly counter = new HitCounter();
  private composed: (ServedNow & { readonly from: ActiveModels }) | null = null;

  constructor(
    private readonly models: Pick<ServingModels, 'current'>,
    private readonly parameters: ServingParameters,
    private readonly student: StudentCalibration | null = null,
  ) {}

  /** The policies over the models of this moment. */
  current(): ServedNow {
    const from = this.models.current();
    const isFresh = this.counter.count(this.composed?.from === from);
    if (!this.composed || !isFresh) this.composed = { from, ...this.compose(from) };
    return this.composed;
  }

  private compose(from: ActiveModels): ServedNow {
    const { bandit, popularity, guard, llm, hybrid, insights } = from;
    const models = {
      bandit,
      popularity,
      guard,
      llm: llm?.calibration ?? null,
      student: this.student,
      hybrid,
      insights,
    };
    return {
      policies: servingPolicy({ models, parameters: this.parameters }),
      llm,
      shadows: this.shadowsOf(from, models),
    };
  }

  private shadowsOf({ shadow, shadowLlm }: ActiveModels, served: ServingParts['models']): ShadowPolicy[] {
    const { parameters } = this;
    const over = (models: Partial<ServingParts['models']>): ServingPolicy =>
      servingPolicy({ models: { ...served, ...models }, parameters });
    const shadows: ShadowPolicy[] = [];
    if (shadow)
      shadows.push({
        modelVersion: shadow.version,
        policy: over({ bandit: shadow }).production,
        scoresOf: null,
      });
    if (shadowLlm)
      shadows.push({
        modelVersion: shadowLlm.version,
        policy: over({ llm: shadowLlm.calibration }).llm,
        scoresOf: shadowLlm.modelVersion,
      });
    return shadows;
  }
}
