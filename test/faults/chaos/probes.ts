import type { GoodClient } from '../load/good-client';
import { pageOf } from '../load/page-of';
import type { Studio } from '../load/studio';

const PROBE_MEMBER = 'ana';
const PROBE_DAY = '2026-01-01T20:00:00Z';
const JOB_LIMIT_MS = 5_000;
const SCORES_LIMIT_MS = 30_000;
const INLINE_DEADLINE_MS = 2_000;

/** Asks, as a client would, whether a part of the service works. */
export class Probes {
  private memberCount = 0;

  constructor(
    private readonly client: GoodClient,
    private readonly studio: Studio,
    private readonly titleIds: readonly string[],
  ) {}

  async page(): Promise<boolean> {
    return (await this.ask({})) !== null;
  }

  /** A page that the LLM ranks while the viewer waits. */
  async inlinePage(): Promise<boolean> {
    const answer = await this.ask({ policy: 'llm', deadlineMs: INLINE_DEADLINE_MS });
    return answer?.decisions.some(({ source }) => source === 'llm') ?? false;
  }

  job(): Promise<boolean> {
    return this.completes('attribute-rewards', {}, JOB_LIMIT_MS);
  }

  async scores(): Promise<boolean> {
    return this.completes('precompute-scores', { memberId: await this.newMember() }, SCORES_LIMIT_MS);
  }

  async orderScores(): Promise<void> {
    const body = { memberId: await this.newMember() };
    await this.client.insist('POST', '/v1/jobs/precompute-scores', { body });
  }

  picture(): Promise<boolean> {
    return this.studio.uploadOnce();
  }

  /** Of whom nothing is scored yet, so that the model has to be asked. */
  private async newMember(): Promise<string> {
    const memberId = `probe-${this.memberCount++}`;
    const film = {
      title: 'Laura',
      year: 1944,
      genres: ['Drama'],
      people: [],
      rating: 5,
      watchedAt: PROBE_DAY,
    };
    const path = `/v1/members/${memberId}/history`;
    const body = { entries: [film] };
    const { jobId } = await this.client.insist<{ jobId: string }>('PUT', path, { body });
    // Else the member is scored twice, without a taste and with it.
    while ((await this.client.jobState('build-profile', jobId)) === 'unfinished');
    return memberId;
  }

  private async ask(more: object) {
    const body = { ...pageOf(PROBE_MEMBER, this.titleIds.slice(0, 2)), ...more };
    const answer = await this.client.attempt<{ decisions: { source: string }[] }>('POST', '/v1/decisions', {
      body,
    });
    return answer.body;
  }

  private async completes(name: string, body: object, limitMs: number): Promise<boolean> {
    const accepted = await this.client.attempt<{ jobId: string }>('POST', `/v1/jobs/${name}`, { body });
    if (!accepted.body) return false;
    const deadline = performance.now() + limitMs;
    while (performance.now() < deadline) {
      const state = await this.client.jobState(name, accepted.body.jobId);
      if (state !== 'unfinished') return state === 'completed';
    }
    return false;
  }
}
