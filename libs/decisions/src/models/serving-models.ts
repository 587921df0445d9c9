import { RefreshedState, type Logger } from '@keyart/common';
import {
  INSIGHTS,
  type Insight,
  type ModelHead,
  type ModelKind,
  type ModelStage,
  type RegisteredRanker,
} from '@keyart/contracts';
import type { ModelVersionsRepository } from '@keyart/db';
import { FEATURE_VERSION } from '@keyart/features';
import { warmStartBaseline } from '@keyart/learning';
import { renderedVersionOf } from '@keyart/llm';
import {
  chosenInsights,
  type BaselineModel,
  type ClickbaitGuardModel,
  type HybridModel,
  type InsightModel,
  type LlmCalibration,
  type PopularityModel,
} from '@keyart/ranking';
import { EMPTY_POPULARITY } from './empty-popularity';

/** The LLM whose precomputed scores are served. */
export interface ServedLlm {
  /** As in the score rows: weights, quantisation, batch settings, adapter and template. */
  readonly modelVersion: string;
  readonly calibration: LlmCalibration;
}

/** The models of one moment; the object stays the same until one of them changes. */
export interface ActiveModels {
  readonly bandit: BaselineModel;
  readonly popularity: PopularityModel;
  /** null: nothing is demoted. */
  readonly guard: ClickbaitGuardModel | null;
  /** null: the bandit alone is the `hybrid` policy. */
  readonly hybrid: HybridModel | null;
  /** Those that are switched on; null: pictures start without prior means. */
  readonly insights: InsightModel | null;
  /** null: the LLM tier is off. */
  readonly llm: ServedLlm | null;
  /** The bandit that is tried beside the active one without choosing anything; null: none. */
  readonly shadow: BaselineModel | null;
  /** The LLM ranker that is tried likewise; null: none. */
  readonly shadowLlm: ShadowLlm | null;
}

/** A registered LLM that is tried in the shadow. */
export interface ShadowLlm extends ServedLlm {
  /** In the registry. */
  readonly version: string;
}

/** Where models come from. */
export interface ServingModelsOptions {
  readonly models: Pick<ModelVersionsRepository, 'inService' | 'findByVersion'>;
  /** The configured one; it serves until another is registered and promoted. */
  readonly llm: ServedLlm | null;
  /** The LLM tier is switched off, whatever is registered; default false. */
  readonly isLlmOff?: boolean;
  /** Insights that are switched on; default: all. */
  readonly insights?: readonly Insight[];
  readonly logger: Logger;
}

/**
 * Keeps the active models and the shadow in memory. Until one was trained and activated, the bandit is the warm start from
 * content, the popularity table is empty and nothing is demoted; a bandit of another feature version is refused, and the
 * warm start serves in its place. A registered LLM whose prompts this service renders otherwise is refused likewise, in favour of the
 * configured one. A model's payload is read when its version changes, not at every look.
 */
export class ServingModels extends RefreshedState {
  private active: ActiveModels;
  private seen = '[]';

  constructor(private readonly options: ServingModelsOptions) {
    super('the models', options.logger);
    const untrained = {
      bandit: warmStartBaseline(),
      popularity: EMPTY_POPULARITY,
      guard: null,
      hybrid: null,
      insights: null,
    };
    this.active = { ...untrained, llm: options.llm, shadow: null, shadowLlm: null };
  }

  /** The models to serve with now. */
  current(): ActiveModels {
    return this.active;
  }

  /** Reads the registry; whether a model changed. */
  async refresh(): Promise<boolean> {
    const heads = await this.options.models.inService();
    const seen = JSON.stringify(heads.map(({ version, stage }) => `${stage} ${version}`).sort());
    if (seen === this.seen) return false;
    const [bandit, shadow, popularity, guard, hybrid, insights, llm, shadowLlm] = await Promise.all([
      this.ofFeatures<BaselineModel>(heads, 'bandit'),
      this.ofFeatures<BaselineModel>(heads, 'bandit', 'shadow'),
      this.payload<PopularityModel>(heads, 'popularity'),
      this.payload<ClickbaitGuardModel>(heads, 'guard'),
      this.ofFeatures<HybridModel>(heads, 'hybrid'),
      this.payload<InsightModel>(heads, 'insights'),
      this.llm(heads, 'active'),
      this.llm(heads, 'shadow'),
    ]);
    const served = { bandit: bandit ?? warmStartBaseline(), popularity: popularity ?? EMPTY_POPULARITY };
    const chosen = insights && chosenInsights(insights, this.options.insights ?? INSIGHTS);
    const own = { guard, hybrid, insights: chosen };
    this.active = { ...served, ...own, shadow, llm: llm ?? this.options.llm, shadowLlm };
    this.seen = seen;
    return true;
  }

  private async ofFeatures<T extends Pick<BaselineModel, 'version' | 'featureVersion'>>(
    heads: readonly ModelHead[],
    kind: ModelKind,
    stage: ModelStage = 'active',
  ): Promise<T | null> {
    const model = await this.payload<T>(heads, kind, stage);
    if (!model || model.featureVersion === FEATURE_VERSION) return model;
    const { version, featureVersion } = model;
    this.logger.warn({ version, featureVersion, stage }, `a ${kind} is of another feature version`);
    return null;
  }

  private async llm(heads: readonly ModelHead[], stage: ModelStage): Promise<ShadowLlm | null> {
    const head = heads.find((each) => each.kind === 'llm' && each.stage === stage);
    if (!head || this.options.isLlmOff) return null;
    const ranker = await this.payload<RegisteredRanker>(heads, 'llm', stage);
    if (!ranker) return null;
    const { modelVersion, calibration, templateVersion } = ranker;
    const rendered = renderedVersionOf(ranker);
    const { version } = head;
    if (rendered === templateVersion) return { version, modelVersion, calibration };
    this.logger.warn(
      { version, templateVersion, rendered, stage },
      'an LLM ranker is of another template version',
    );
    return null;
  }

  private async payload<T>(
    heads: readonly ModelHead[],
    kind: ModelKind,
    stage: ModelStage = 'active',
  ): Promise<T | null> {
    const head = heads.find((each) => each.kind === kind && each.stage === stage);
    const record = head && (await this.options.models.findByVersion(head.version));
    return record ? (record.payload as T) : null;
  }
}
