import type { Clock } from '@keyart/common';
import type { ModelSummary } from '@keyart/contracts';
import type { ModelVersionsRepository } from '@keyart/db';
import {
  buildTransferModel,
  fitAudience,
  type AudienceRow,
  type InsightFit,
  type InsightSources,
  type TitleTones,
  type TransferModel,
} from '@keyart/transfer';

/** What the use case stands on. */
export interface KeepTransferModelParts {
  readonly models: Pick<ModelVersionsRepository, 'save' | 'activate'>;
  readonly clock: Clock;
  /** Tone mixes of titles; unset: not known yet. */
  readonly tones?: () => Promise<TitleTones>;
}

/** What was learnt from the log, see `FitInsights`. */
export interface LearntTransfer {
  readonly fit: InsightFit;
  readonly rows: readonly AudienceRow[];
  readonly sources: Pick<InsightSources, 'similarity'>;
  /** Of the catalogue. */
  readonly titleIds: readonly string[];
}

/**
 * Use case: keeps what was learnt of titles from one another as a model of its own, with donors and guards, so that the priors of any title
 * can be shown and explained. It serves no decision (the insight model does), so it is active at once.
 */
export class KeepTransferModel {
  constructor(private readonly parts: KeepTransferModelParts) {}

  /** @returns version */
  async run({ fit, rows, sources, titleIds }: LearntTransfer): Promise<string> {
    const { models, clock } = this.parts;
    const tones = await this.parts.tones?.();
    const audience = sources.similarity && fitAudience(rows, sources.similarity);
    const payload = buildTransferModel({ insights: fit, audience, titleIds, ...(tones && { tones }) });
    const at = new Date(clock.nowMs());
    const { version } = payload;
    const summary = summaryOf(payload);
    const record = { version, kind: 'transfer', stage: 'retired', payload, summary } as const;
    await models.save({ ...record, createdAt: at, activatedAt: null });
    await models.activate(version, at);
    return version;
  }
}

function summaryOf({ rowCount, guards, titles }: TransferModel): ModelSummary {
  const told = Object.entries(guards).flatMap(([kind, { isOn, heldOutGain }]) => [
    [`${kind}.isOn`, String(isOn)] as const,
    [`${kind}.heldOutGain`, heldOutGain] as const,
  ]);
  return { rowCount, titleCount: Object.keys(titles).length, ...Object.fromEntries(told) };
}
