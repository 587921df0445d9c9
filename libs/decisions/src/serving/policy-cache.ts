import { HitCounter } from '@keyart/common';
import { servingPolicy, type ServingParameters, type ServingPolicy } from '@keyart/ranking';
import type { ActiveModels, ServingModels } from '../models/serving-models';
import type { ShadowPolicy } from '../shadow/shadow-watch';

/** What serves now. */
export interface ServedNow {
  readonly policies: ServingPolicy;
  /** Model version whose label scores the `llm` policy reads; null: its tier is off. */
  readonly llmModelVersion: string | null;
  /** `production` over the shadow bandit; null: there is none. */
  readonly shadow: ShadowPolicy | null;
}

/** Composes the policies once per set of models, not per request. */
export class PolicyCache {
  /** How often it was asked, and whether the policies had to be composed. */
  readonly counter = new HitCounter();
  private composed: (ServedNow & { readonly from: ActiveModels }) | null = null;

  constructor(
    private readonly models: Pick<ServingModels, 'current'>,
    private readonly parameters: ServingParameters,
  ) {}

  /** The policies over the models of this moment. */
  current(): ServedNow {
    const from = this.models.current();
    const isFresh = this.counter.count(this.composed?.from === from);
    if (!this.composed || !isFresh) this.composed = { from, ...this.compose(from) };
    return this.composed;
  }

  private compose({ bandit, popularity, guard, llm, shadow }: ActiveModels): ServedNow {
    const models = { bandit, popularity, guard, llm: llm?.calibration ?? null };
    const { parameters } = this;
    return {
      policies: servingPolicy({ models, parameters }),
      llmModelVersion: llm?.modelVersion ?? null,
      shadow: shadow && {
        modelVersion: shadow.version,
        policy: servingPolicy({ models: { ...models, bandit: shadow }, parameters }).production,
      },
    };
  }
}
