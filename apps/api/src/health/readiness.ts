import { Inject, Injectable } from '@nestjs/common';
import { HealthIndicatorService, type HealthIndicatorResult } from '@nestjs/terminus';
import { CatalogueCache } from '@keyart/catalog';
import { messageOf } from '@keyart/common';
import { AssignmentCache, ServingModels } from '@keyart/decisions';
import type { ApiParts } from '../core/api-parts';
import { Draining } from '../core/draining';
import { API_PARTS } from '../core/tokens';
import { FfmpegCheck } from './ffmpeg-check';

type Probe = () => Promise<HealthIndicatorResult>;

/**
 * What the service needs to answer, part by part. Without database, queue or catalogue it cannot; what only lowers the
 * quality of answers leaves it ready and is named as degraded.
 */
@Injectable()
export class Readiness {
  constructor(
    private readonly indicators: HealthIndicatorService,
    private readonly catalogue: CatalogueCache,
    private readonly models: ServingModels,
    private readonly assignments: AssignmentCache,
    private readonly draining: Draining,
    private readonly ffmpeg: FfmpegCheck,
    @Inject(API_PARTS) private readonly parts: ApiParts,
  ) {}

  /** A probe a part; a failing one throws nothing, its result says `down`. */
  probes(): Probe[] {
    const { database, jobs, pictures } = this.parts;
    return [
      () => this.needed('process', () => this.draining.check()),
      () => this.needed('database', () => database.query({ text: 'SELECT 1' })),
      () => this.needed('queue', () => jobs.ping()),
      () => this.needed('catalogue', () => this.catalogue.current()),
      () => this.wanted('pictures', () => pictures.checkWritable()),
      () => this.wanted('models', () => requireFresh(this.models)),
      () => this.wanted('assignments', () => requireFresh(this.assignments)),
      () => this.wanted('llm', () => this.checkLlm()),
      () => this.wanted('video', () => this.ffmpeg.require()),
    ];
  }

  private checkLlm(): void {
    const { llm, metrics } = this.parts;
    if (!llm) throw new Error('no LLM: its tier is out');
    const breaker = metrics.llm.breakerState();
    if (breaker !== 'closed') throw new Error(`the circuit breaker is ${breaker}: no inline scoring`);
  }

  private async needed(name: string, attempt: () => unknown): Promise<HealthIndicatorResult> {
    const reason = await failureOf(attempt);
    const indicator = this.indicators.check(name);
    return reason === null ? indicator.up() : indicator.down({ reason });
  }

  private async wanted(name: string, attempt: () => unknown): Promise<HealthIndicatorResult> {
    const reason = await failureOf(attempt);
    return this.indicators.check(name).up(reason === null ? {} : { isDegraded: true, reason });
  }
}

function requireFresh(state: { refreshFailure(): string | null }): void {
  const failure = state.refreshFailure();
  if (failure) throw new Error(`an older state serves: ${failure}`);
}

async function failureOf(attempt: () => unknown): Promise<string | null> {
  try {
    await attempt();
    return null;
  } catch (error) {
    return messageOf(error);
  }
}
