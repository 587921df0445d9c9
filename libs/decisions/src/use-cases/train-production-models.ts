import type { CatalogueCache } from '@keyart/catalog';
import type { Clock, ProgressListener } from '@keyart/common';
import type { ModelKind, ModelVersionRecord } from '@keyart/contracts';
import type {
  LogRepository,
  MembersRepository,
  ModelVersionsRepository,
  TasteVersionsRepository,
} from '@keyart/db';
import { fitPopularity, trainBaseline, warmStartBaseline } from '@keyart/learning';
import { readTrainingSet, type TrainingSet } from './training-set';

/** What training stands on. */
export interface TrainProductionModelsParts {
  readonly log: Pick<LogRepository, 'stream' | 'counts'>;
  readonly members: Pick<MembersRepository, 'findById'>;
  readonly tastes: Pick<TasteVersionsRepository, 'findMany'>;
  readonly catalogue: Pick<CatalogueCache, 'current'>;
  readonly models: Pick<ModelVersionsRepository, 'save' | 'activate'>;
  readonly clock: Clock;
}

/** What to train on. */
export interface TrainRequest {
  /** Only decisions before this instant; unset: all. */
  readonly until?: Date;
  readonly onProgress?: ProgressListener;
}

/** What was trained. */
export interface TrainedModels {
  readonly rowCount: number;
  readonly lockedCount: number;
  readonly goneArtworkCount: number;
  /** Rows with a taste younger than the decision, see `readTrainingSet`. */
  readonly laterTasteCount: number;
  /** null: there was nothing to train on and the models in service stay. */
  readonly versions: Readonly<Record<ModelKind, string>> | null;
}

const BATCH_COUNT = 5_000;
/** The rest is fitting and saving. */
const READING_FRACTION = 0.8;

/**
 * Use case: fits popularity table and bandit to the attributed log, keeps both as new versions and activates them.
 * The bandit's prior is always the warm start, so equal logs give equal models.
 */
export class TrainProductionModels {
  constructor(private readonly parts: TrainProductionModelsParts) {}

  /** Trains on what is attributed; without a row nothing changes. */
  async run(request: TrainRequest = {}): Promise<TrainedModels> {
    const set = await this.read(request);
    const { lockedCount, goneArtworkCount, laterTasteCount } = set;
    const counts = { rowCount: set.rows.length, lockedCount, goneArtworkCount, laterTasteCount };
    if (set.rows.length === 0) return { ...counts, versions: null };
    const popularity = fitPopularity(set.rows);
    const bandit = trainBaseline(set.rows, { priorModel: warmStartBaseline() });
    const summary = { ...counts, meanReward: meanReward(set) };
    await this.activate({ kind: 'popularity', version: popularity.version, payload: popularity, summary });
    await this.activate({ kind: 'bandit', version: bandit.version, payload: bandit, summary });
    request.onProgress?.(1, 'activated');
    return { ...counts, versions: { bandit: bandit.version, popularity: popularity.version } };
  }

  private async read({ until, onProgress }: TrainRequest): Promise<TrainingSet> {
    const { log, members, tastes, catalogue } = this.parts;
    const { attributed } = await log.counts();
    return readTrainingSet({
      members,
      tastes,
      snapshot: catalogue.current(),
      log: log.stream(BATCH_COUNT),
      until: until ?? null,
      onBatch: (readCount) => {
        const fraction = Math.min(1, readCount / Math.max(1, attributed));
        onProgress?.(READING_FRACTION * fraction, `${readCount} decisions`);
      },
    });
  }

  private async activate(model: Omit<ModelVersionRecord, 'isActive' | 'createdAt'>): Promise<void> {
    const createdAt = new Date(this.parts.clock.nowMs());
    await this.parts.models.save({ ...model, isActive: false, createdAt });
    await this.parts.models.activate(model.version);
  }
}

function meanReward({ rows }: TrainingSet): number {
  return rows.reduce((sum, row) => sum + row.reward, 0) / rows.length;
}
