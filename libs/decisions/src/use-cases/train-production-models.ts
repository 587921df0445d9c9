import type { CatalogueCache } from '@keyart/catalog';
import type { Clock, ProgressListener } from '@keyart/common';
import {
  INSIGHTS,
  type Insight,
  type ModelSummary,
  type Promotion,
  type RewardBaseline,
  type TrainedKind,
} from '@keyart/contracts';
import type {
  LogRepository,
  MembersRepository,
  ModelVersionsRepository,
  TasteVersionsRepository,
} from '@keyart/db';
import {
  fitHybrid,
  fitPopularity,
  insightPriors,
  subtractTitleBaseline,
  trainBaseline,
  warmStartBaseline,
  type TrainingRow,
} from '@keyart/learning';
import { chosenInsights, type InsightModel } from '@keyart/ranking';
import type { HybridRows } from './hybrid-rows';
import { hybridSummary, openHybridRows, type HybridSources } from './hybrid-sources';
import { recentGuard } from './recent-guard';
import { readTrainingSet, type TrainingSet } from './training-set';

/** What training stands on. */
export interface TrainProductionModelsParts {
  readonly log: Pick<LogRepository, 'stream' | 'counts'>;
  readonly members: Pick<MembersRepository, 'findById'>;
  readonly tastes: Pick<TasteVersionsRepository, 'findMany'>;
  readonly catalogue: Pick<CatalogueCache, 'current'>;
  readonly models: Pick<ModelVersionsRepository, 'save' | 'activate' | 'inService' | 'active'>;
  readonly clock: Clock;
  /** Whose log-probabilities the bandit may take in; unset: no hybrid is fitted. */
  readonly hybrid?: HybridSources;
  /** Whose prior means the bandit starts from, of the insight model in service; default: all. */
  readonly insights?: readonly Insight[];
}

/** What to train on, and what becomes of it. */
export interface TrainRequest {
  /** Only decisions before this instant; unset: all. */
  readonly until?: Date;
  /** When the bandit goes into service: once it held its own in the shadow (default), or at once. */
  readonly promote?: Promotion;
  /** What is taken from each reward before the bandit is fitted; default: nothing. */
  readonly rewardBaseline?: RewardBaseline;
  readonly onProgress?: ProgressListener;
}

/** What was trained. */
export interface TrainedModels {
  readonly rowCount: number;
  readonly lockedCount: number;
  readonly goneArtworkCount: number;
  /** Rows with a taste younger than the decision, see `readTrainingSet`. */
  readonly laterTasteCount: number;
  /** Demoted as clickbait. */
  readonly demotedArtworkIds: readonly string[];
  /** null: there was nothing to train on and the models in service stay. */
  readonly versions: TrainedVersions | null;
}

/** By kind; the hybrid is null where no model has scored enough decisions: the one in service stays. */
export type TrainedVersions = Readonly<Record<Exclude<TrainedKind, 'hybrid'>, string>> & {
  readonly hybrid: string | null;
};

interface FittedModel {
  readonly kind: TrainedKind;
  readonly payload: { readonly version: string };
  readonly summary: ModelSummary;
}

const BATCH_COUNT = 5_000;
/** The rest is fitting and saving. */
const READING_FRACTION = 0.8;
/** A shadow that was not judged by then never will be, and makes room. */
const SHADOW_PATIENCE_MS = 3 * 24 * 3_600_000;

/**
 * Use case: fits popularity table, clickbait guard and bandit to the attributed log and keeps them as new versions. Table
 * and guard only count what happened and go into service at once; the bandit predicts, and first proves itself in the
 * shadow (see `PromoteModels`) unless the request says otherwise. A shadow that is still being judged keeps its place for
 * three days, or evidence would never add up where training is frequent and viewers few; a bandit trained meanwhile is kept
 * out of service. Where an LLM or a student has scored enough of the log, the hybrid's weights are fitted beside them. The bandit's prior is always the warm start, with the prior means of title intelligence where there are any, so equal logs give equal models.
 */
export class TrainProductionModels {
  constructor(private readonly parts: TrainProductionModelsParts) {}

  /** Trains on what is attributed; without a row nothing changes. */
  async run(request: TrainRequest = {}): Promise<TrainedModels> {
    const hybridRows = await this.hybridRows();
    const set = await this.read(request, hybridRows);
    const { lockedCount, goneArtworkCount, laterTasteCount } = set;
    const counts = { rowCount: set.rows.length, lockedCount, goneArtworkCount, laterTasteCount };
    if (set.rows.length === 0) return { ...counts, demotedArtworkIds: [], versions: null };
    const popularity = fitPopularity(set.rows);
    const guard = recentGuard(set.outcomes);
    const insights = await this.insights();
    const priorModel = warmStartBaseline(insightPriors(insights, set.rows));
    const bandit = trainBaseline(banditRows(set, request), { priorModel });
    const demotedArtworkIds = Object.keys(guard.demotions);
    const summary = { ...counts, ...lineageOf(set) };
    await this.serve({ kind: 'popularity', payload: popularity, summary });
    await this.serve({ kind: 'guard', payload: guard, summary: { ...summary, demotedArtworkIds } });
    const { rewardBaseline = 'none' } = request;
    const started = { rewardBaseline, ...(insights && { insights: insights.version }) };
    const trained = { kind: 'bandit', payload: bandit, summary: { ...summary, ...started } } as const;
    await (request.promote === 'now' ? this.serve(trained) : this.save(trained, await this.stageOfNext()));
    const hybrid = await this.serveHybrid(hybridRows, summary);
    request.onProgress?.(1, 'saved');
    const counted = { popularity: popularity.version, guard: guard.version };
    const versions = { bandit: bandit.version, ...counted, hybrid };
    return { ...counts, demotedArtworkIds, versions };
  }

  private async insights(): Promise<InsightModel | null> {
    const record = await this.parts.models.active('insights');
    return record && chosenInsights(record.payload as InsightModel, this.parts.insights ?? INSIGHTS);
  }

  private async hybridRows(): Promise<HybridRows | null> {
    const { hybrid, catalogue } = this.parts;
    return hybrid ? openHybridRows(hybrid, catalogue.current()) : null;
  }

  /** It serves only where a request or an arm names the policy, and no shadow is kept for it. */
  private async serveHybrid(given: HybridRows | null, summary: ModelSummary): Promise<string | null> {
    const payload = given && fitHybrid(given.rows);
    if (!payload) return null;
    await this.serve({ kind: 'hybrid', payload, summary: { ...summary, ...hybridSummary(payload) } });
    return payload.version;
  }

  private async read(
    { until, onProgress }: TrainRequest,
    hybridRows: HybridRows | null,
  ): Promise<TrainingSet> {
    const { log, members, tastes, catalogue } = this.parts;
    const { attributed } = await log.counts();
    return readTrainingSet({
      members,
      tastes,
      snapshot: catalogue.current(),
      log: log.stream(BATCH_COUNT),
      until: until ?? null,
      ...(hybridRows && { onRows: (rows) => hybridRows.add(rows) }),
      onBatch: (readCount) => {
        const fraction = Math.min(1, readCount / Math.max(1, attributed));
        onProgress?.(READING_FRACTION * fraction, `${readCount} decisions`);
      },
    });
  }

  private async stageOfNext(): Promise<'shadow' | 'retired'> {
    const { models, clock } = this.parts;
    const since = clock.nowMs() - SHADOW_PATIENCE_MS;
    const heads = await models.inService();
    const isTaken = heads.some(
      ({ kind, stage, createdAt }) => kind === 'bandit' && stage === 'shadow' && createdAt.getTime() > since,
    );
    return isTaken ? 'retired' : 'shadow';
  }

  private async serve(model: FittedModel): Promise<void> {
    await this.save(model, 'retired');
    await this.parts.models.activate(model.payload.version, new Date(this.parts.clock.nowMs()));
  }

  private async save({ kind, payload, summary }: FittedModel, stage: 'shadow' | 'retired'): Promise<void> {
    const { version } = payload;
    const createdAt = new Date(this.parts.clock.nowMs());
    await this.parts.models.save({ version, kind, stage, payload, summary, createdAt, activatedAt: null });
  }
}

/** Popularity and guard always see the rewards as they are. */
function banditRows({ rows }: TrainingSet, { rewardBaseline }: TrainRequest): readonly TrainingRow[] {
  return rewardBaseline === 'title' ? subtractTitleBaseline(rows) : rows;
}

/** What the models descend from. */
function lineageOf({ rows, outcomes }: TrainingSet): ModelSummary {
  const meanReward = rows.reduce((sum, { reward }) => sum + reward, 0) / rows.length;
  return { meanReward, trainedUntil: outcomes[outcomes.length - 1].decidedAt.toISOString() };
}
