import type { Clock } from '@keyart/common';
import type { ModelHead, ModelVersionRecord, RegisteredRanker, ReleaseEvidence } from '@keyart/contracts';
import type { ModelVersionsRepository } from '@keyart/db';
import { renderedVersionOf } from '@keyart/llm';
import { GatesFailedError, RankerUnfitError, UnknownRankerError } from '../errors';
import { failingGates, judgeRelease, type GateOutcome } from './release-gates';

/** What a release stands on. */
export interface ReleaseRankerParts {
  readonly models: Pick<
    ModelVersionsRepository,
    'save' | 'findByVersion' | 'findHead' | 'activate' | 'reject' | 'summarize' | 'servedBefore' | 'active'
  >;
  readonly clock: Clock;
}

/** Which ranker shall serve, and why it may. */
export interface PromoteRankerRequest {
  readonly version: string;
  /** Joins what was shown before, in place of what was measured again. */
  readonly evidence?: ReleaseEvidence;
  /** Serves whatever the gates say; kept with the version. */
  readonly overrideReason?: string;
}

/** A ranker that serves now. */
export interface PromotedRanker {
  readonly version: string;
  readonly gates: readonly GateOutcome[];
  /** Gates that did not pass and were overridden. */
  readonly overridden: readonly string[];
}

/** What a rollback did; `to` null: the configured LLM serves, as before the first promotion. */
export interface RolledBack {
  readonly from: string;
  readonly to: string | null;
}

const EVIDENCE_KEY = 'evidence:';

/** Use case: LLM rankers into the registry, into service behind gates, and back out. */
export class ReleaseRanker {
  constructor(private readonly parts: ReleaseRankerParts) {}

  /** Keeps a ranker and puts it into the shadow; one that is there already stays where it is. */
  async register(ranker: RegisteredRanker): Promise<ModelHead> {
    requireRendered(ranker);
    const { name } = ranker.card as { name: string };
    const version = `llm-${name}-${ranker.adapterSha256.slice(0, 12)}`;
    const summary = { modelVersion: ranker.modelVersion, templateVersion: ranker.templateVersion };
    const record = { version, kind: 'llm', stage: 'shadow', payload: ranker, summary } as const;
    await this.parts.models.save({ ...record, createdAt: this.now(), activatedAt: null });
    return (await this.parts.models.findHead(version)) as ModelHead;
  }

  /**
   * Puts a ranker into service if every gate of its formulation passes.
   * @throws UnknownRankerError; RankerUnfitError for a template this service does not render; GatesFailedError naming the gates
   */
  async promote(request: PromoteRankerRequest): Promise<PromotedRanker> {
    const { version, overrideReason } = request;
    const found = await this.find(version);
    const ranker = found.payload as RegisteredRanker;
    requireRendered(ranker);
    const evidence = { ...evidenceOf(found), ...request.evidence };
    await this.parts.models.summarize(version, summaryOf(evidence));
    const gates = judgeRelease(ranker.formulation, evidence);
    const failing = failingGates(gates);
    if (failing.length > 0 && !overrideReason) throw new GatesFailedError(version, gates);
    if (failing.length > 0)
      await this.parts.models.summarize(version, {
        overrideReason: overrideReason ?? '',
        overriddenGates: failing,
      });
    await this.parts.models.activate(version, this.now());
    return { version, gates, overridden: failing };
  }

  /** Refuses the ranker in service and puts back the one before it. @throws UnknownRankerError when none serves */
  async rollback(): Promise<RolledBack> {
    const { models } = this.parts;
    const active = await models.active('llm');
    if (!active) throw new UnknownRankerError('no registered ranker serves');
    const before = await models.servedBefore('llm');
    if (before) await models.activate(before.version, this.now());
    await models.reject(active.version, this.now());
    return { from: active.version, to: before?.version ?? null };
  }

  private async find(version: string): Promise<ModelVersionRecord> {
    const found = await this.parts.models.findByVersion(version);
    if (found?.kind === 'llm') return found;
    throw new UnknownRankerError(`no LLM ranker ${version}`);
  }

  private now(): Date {
    return new Date(this.parts.clock.nowMs());
  }
}

function requireRendered(ranker: RegisteredRanker): void {
  const rendered = renderedVersionOf(ranker);
  if (rendered !== ranker.templateVersion) throw new RankerUnfitError(ranker.templateVersion, rendered);
}

function summaryOf(evidence: ReleaseEvidence): Record<string, number> {
  const entries = Object.entries(evidence as Record<string, number | undefined>);
  return Object.fromEntries(
    entries.flatMap(([name, value]) => (value === undefined ? [] : [[`${EVIDENCE_KEY}${name}`, value]])),
  );
}

function evidenceOf({ summary }: ModelHead): ReleaseEvidence {
  const entries = Object.entries(summary).filter(([name]) => name.startsWith(EVIDENCE_KEY));
  return Object.fromEntries(entries.map(([name, value]) => [name.slice(EVIDENCE_KEY.length), value]));
}
