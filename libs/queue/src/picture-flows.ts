import type { JobName, ReadingUrgency } from '@keyart/contracts';
import { FlowProducer, type FlowJob, type QueueOptions } from 'bullmq';

/** BullMQ serves 1 first, and jobs of one number in the order they came. */
const PRIORITIES: Readonly<Record<ReadingUrgency, number>> = { release: 1, usual: 10, bulk: 100 };
/** From first to last. The picture itself was stored, or refused, while whoever sent it waited. */
const STEPS: readonly JobName[] = ['read-picture', 'describe-picture', 'judge-picture', 'precompute-artwork'];

/** Starts the flow of an artwork: its picture is read, described, judged, and scores of it are made ready. */
export class PictureFlows {
  private readonly flows: FlowProducer;

  /** @param options from `queueOptions` */
  constructor(private readonly options: QueueOptions) {
    const { connection, telemetry } = options;
    this.flows = new FlowProducer({ connection, ...(telemetry && { telemetry }) });
    this.flows.on('error', () => undefined);
  }

  /**
   * Puts all steps in line at once, or none. Steps may be repeated: what is done is seen and not done again.
   * @returns id of the last step, a `precompute-artwork`
   */
  async start(artworkId: string, urgency: ReadingUrgency): Promise<{ jobId: string }> {
    const { job } = await this.flows.add(this.flowOf(artworkId, urgency));
    return { jobId: job.id ?? '' };
  }

  close(): Promise<void> {
    return this.flows.close();
  }

  /** The last step, which waits for the one before it, and so on: a step that fails for good takes those after it along. */
  private flowOf(artworkId: string, urgency: ReadingUrgency): FlowJob {
    const opts = { ...this.options.defaultJobOptions, priority: PRIORITIES[urgency] };
    const [first, ...rest] = STEPS.map((name) => ({ name, queueName: name, data: { artworkId }, opts }));
    return rest.reduce<FlowJob>(
      (before, step) => ({
        ...step,
        children: [{ ...before, opts: { ...opts, failParentOnFailure: true } }],
      }),
      first,
    );
  }
}
