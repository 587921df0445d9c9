import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Random } from '@keyart/common';
import type { GoodClient } from './good-client';
import type { Ledger, SentEvent } from './ledger';
import { pageOf } from './page-of';
import type { Traffic } from './traffic';
import { eventsOfPage } from './viewer-events';

const PAGE_TITLE_COUNT = 2;
const MIN_PAUSE_MS = 150;
const MORE_PAUSE_MS = 300;
const LATE_BY_MS = 5_000;
const INLINE_SHARE = 0.15;
const INLINE_DEADLINE_MS = 300;
const REPEAT_SHARE = 0.1;
const LATE_SHARE = 0.2;
const SAMPLED_SHARE = 0.1;

interface PageAnswer {
  readonly decisions: readonly { decisionId: string; titleId: string; artworkId: string; source: string }[];
}

/** What a viewer is and has. */
export interface ViewerParts {
  readonly memberId: string;
  readonly client: GoodClient;
  readonly ledger: Ledger;
  readonly traffic: Traffic;
  readonly titleIds: readonly string[];
  readonly random: Random;
}

/** Opens pages and tells what happened, in any order, some of it twice and some of it late. */
export class Viewer {
  private readonly late: { readonly events: SentEvent[]; readonly dueMs: number }[] = [];

  constructor(private readonly parts: ViewerParts) {}

  async watchUntil(stopped: AbortSignal): Promise<void> {
    while (!stopped.aborted) {
      await this.lookAtPage();
      await this.sendLate(performance.now());
      await sleep(MIN_PAUSE_MS + this.parts.random.next() * MORE_PAUSE_MS);
    }
    await this.sendLate(Infinity);
  }

  private async lookAtPage(): Promise<void> {
    const { traffic, client, random } = this.parts;
    const requestId = randomUUID();
    const during = traffic.period;
    const answer = await client.attempt<PageAnswer>('POST', '/v1/decisions', {
      body: this.page(),
      headers: { 'x-request-id': requestId },
    });
    if (!answer.body) return sleep(answer.retryAfterMs);
    const { decisions } = answer.body;
    for (const { decisionId, titleId, artworkId, source } of decisions) {
      this.parts.ledger.decisions.set(decisionId, { decisionId, titleId, artworkId, requestId, during });
      traffic.countTier(during, source);
    }
    if (random.next() < SAMPLED_SHARE) await this.sampleRecord(decisions[0].decisionId);
    const { now, late } = eventsOfPage(decisions, { random, lateShare: LATE_SHARE });
    if (late.length > 0) this.late.push({ events: late, dueMs: performance.now() + LATE_BY_MS });
    await this.send(now);
    if (random.next() < REPEAT_SHARE) await this.send(now);
  }

  private page() {
    const { memberId, titleIds, random } = this.parts;
    const first = Math.floor(random.next() * titleIds.length);
    const chosen = [...titleIds, ...titleIds].slice(first, first + PAGE_TITLE_COUNT);
    const inline = random.next() < INLINE_SHARE ? { policy: 'llm', deadlineMs: INLINE_DEADLINE_MS } : {};
    return { ...pageOf(memberId, chosen), ...inline };
  }

  private async sampleRecord(decisionId: string): Promise<void> {
    const record = await this.parts.client.attempt<{ propensity: number }>(
      'GET',
      `/v1/decisions/${decisionId}`,
    );
    if (record.body) this.parts.ledger.propensities.set(decisionId, record.body.propensity);
  }

  private async sendLate(nowMs: number): Promise<void> {
    while (this.late.length > 0 && this.late[0].dueMs <= nowMs)
      await this.send(this.late.shift()?.events ?? []);
  }

  private async send(events: readonly SentEvent[]): Promise<void> {
    if (events.length === 0) return;
    const { client, ledger, traffic } = this.parts;
    const answer = await client.insist<{ accepted: number; rejected: { index: number }[] }>(
      'POST',
      '/v1/events',
      {
        body: { events },
      },
    );
    ledger.newEventCount += answer.accepted;
    const refused = new Set(answer.rejected.map(({ index }) => index));
    if (refused.size > 0) traffic.oddities.push(`refused events: ${JSON.stringify(answer.rejected)}`);
    events
      .filter((_, index) => !refused.has(index))
      .forEach((event) => ledger.events.set(event.eventId, { ...event, during: traffic.period }));
  }
}
