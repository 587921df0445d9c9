import { InjectQueue, Processor } from '@nestjs/bullmq';
import { Inject } from '@nestjs/common';
import type { ArtworkPayload } from '@keyart/contracts';
import type { OpenedLlm } from '@keyart/llm';
import type { Queue } from 'bullmq';
import { JobProcessor } from '../job-processor';
import { OPENED_LLM } from '../tokens';

/** Pictures of one import end one after another: a run that begins so long after the last of them sees all. */
const SETTLE_MS = 10_000;

/** Last step of an artwork's flow: scores of it are made ready for the active members, in one run with those of its neighbours. */
@Processor('precompute-artwork', { concurrency: 4 })
export class PrecomputeArtworkProcessor extends JobProcessor<'precompute-artwork'> {
  readonly jobName = 'precompute-artwork';

  constructor(
    @InjectQueue('precompute-members') private readonly runs: Queue,
    @Inject(OPENED_LLM) private readonly llm: OpenedLlm | null,
  ) {
    super();
  }

  protected async handle({ artworkId }: ArtworkPayload): Promise<object> {
    if (!this.llm) return { artworkId, isPrecomputed: false };
    await this.runs.add(
      'precompute-members',
      { isBeginning: true },
      { delay: SETTLE_MS, deduplication: { id: 'new-artwork', ttl: SETTLE_MS, extend: true, replace: true } },
    );
    return { artworkId, isPrecomputed: true };
  }
}
