import { messageOf, PeriodicRefresh, type Logger } from '@keyart/common';
import type { ModelKind } from '@keyart/contracts';
import type { ModelVersionsRepository } from '@keyart/db';
import { FEATURE_VERSION } from '@keyart/features';
import { warmStartBaseline } from '@keyart/learning';
import type { BaselineModel, LlmCalibration, PopularityModel } from '@keyart/ranking';
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
  /** null: the LLM tier is off. */
  readonly llm: ServedLlm | null;
}

/** Where models come from. */
export interface ServingModelsOptions {
  readonly models: Pick<ModelVersionsRepository, 'active'>;
  readonly llm: ServedLlm | null;
  readonly logger: Logger;
}

/**
 * Keeps the active models in memory. Until one was trained and activated, the bandit is the warm start from content and the
 * popularity table is empty; an active bandit of another feature version is refused and the warm start serves.
 */
export class ServingModels {
  private active: ActiveModels;
  private readonly periodic = new PeriodicRefresh(
    () => this.refresh(),
    (error) => this.report(error),
  );

  constructor(private readonly options: ServingModelsOptions) {
    this.active = { bandit: warmStartBaseline(), popularity: EMPTY_POPULARITY, llm: options.llm };
  }

  /** The models to serve with now. */
  current(): ActiveModels {
    return this.active;
  }

  /** Reads the registry; whether a model changed. */
  async refresh(): Promise<boolean> {
    const [bandit, popularity] = await Promise.all([this.bandit(), this.popularity()]);
    const { active } = this;
    if (bandit.version === active.bandit.version && popularity.version === active.popularity.version)
      return false;
    this.active = { ...active, bandit, popularity };
    return true;
  }

  /** Reads the registry now and every `intervalMs`; a failing look keeps the models there are. */
  start(intervalMs: number): Promise<void> {
    return this.periodic.start(intervalMs);
  }

  /** Why the last look at the registry failed; null when it went well. */
  refreshFailure(): string | null {
    const failure = this.periodic.failure();
    return failure === null ? null : messageOf(failure);
  }

  /** Stops looking; idempotent. */
  stop(): void {
    this.periodic.stop();
  }

  private async bandit(): Promise<BaselineModel> {
    const model = await this.payload<BaselineModel>('bandit');
    if (model?.featureVersion === FEATURE_VERSION) return model;
    if (model) {
      const { version, featureVersion } = model;
      this.options.logger.warn(
        { version, featureVersion },
        'the active bandit is of another feature version',
      );
    }
    return warmStartBaseline();
  }

  private async popularity(): Promise<PopularityModel> {
    return (await this.payload<PopularityModel>('popularity')) ?? EMPTY_POPULARITY;
  }

  private async payload<T>(kind: ModelKind): Promise<T | null> {
    const record = await this.options.models.active(kind);
    return record ? (record.payload as T) : null;
  }

  private report(error: unknown): void {
    this.options.logger.warn({ reason: messageOf(error) }, 'the models could not be refreshed');
  }
}
