import { Inject, Injectable } from '@nestjs/common';
import { fail, succeed, type Clock, type Configuration, type Outcome } from '@keyart/common';
import type { EventDto, EventRecord, EventsAnswerDto, RejectedEventDto } from '@keyart/contracts';
import { EventsRepository } from '@keyart/db';
import { EventMetrics } from '@keyart/operations';
import { CLOCK, CONFIGURATION } from '../core/tokens';
import { progressFault } from './progress-fault';

/** Clocks of devices go wrong; a play far in the future would lock a picture until then. */
const MAX_AHEAD_MS = 24 * 3_600_000;

/** An entry of the batch, or what is wrong with its form. */
export type ParsedEntry = Outcome<EventDto, string>;

type Rejection = Omit<RejectedEventDto, 'index'>;

/** Takes a batch of events; every entry is judged on its own. */
@Injectable()
export class EventIntake {
  constructor(
    private readonly events: EventsRepository,
    private readonly metrics: EventMetrics,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
  ) {}

  async take(entries: readonly ParsedEntry[]): Promise<EventsAnswerDto> {
    const rejected: RejectedEventDto[] = [];
    const indexOf = new Map<string, number>();
    const records: EventRecord[] = [];
    let repeats = 0;
    entries.forEach((entry, index) => {
      const judged = this.judge(entry);
      if (!judged.ok) rejected.push({ index, ...judged.error });
      else if (indexOf.has(judged.value.eventId)) repeats++;
      else {
        indexOf.set(judged.value.eventId, index);
        records.push(judged.value);
      }
    });
    const stored = await this.store(records);
    const unknown = stored.unknownDecisions.map((id) => unknownDecision(indexOf.get(id) ?? -1));
    const answer = {
      accepted: stored.accepted.length,
      duplicates: stored.duplicates.length + repeats,
      rejected: [...rejected, ...unknown].sort((a, b) => a.index - b.index),
    };
    this.count(answer, records);
    return answer;
  }

  private count({ accepted, duplicates, rejected }: EventsAnswerDto, records: readonly EventRecord[]): void {
    const nowMs = this.clock.nowMs();
    this.metrics.taken({
      acceptedCount: accepted,
      duplicateCount: duplicates,
      rejections: rejected.map(({ code }) => code),
      delaysMs: records.map(({ occurredAt }) => nowMs - occurredAt.getTime()),
    });
  }

  private store(records: readonly EventRecord[]) {
    const receivedAt = new Date(this.clock.nowMs());
    return this.events.insertMany(records, receivedAt, this.configuration.LOCK_MS);
  }

  private judge(entry: ParsedEntry): Outcome<EventRecord, Rejection> {
    if (!entry.ok) return fail({ code: 'malformed-event', detail: entry.error });
    const fault = progressFault(entry.value);
    if (fault) return fail({ code: 'malformed-event', detail: fault });
    const occurredAt = new Date(entry.value.occurredAt);
    if (occurredAt.getTime() > this.clock.nowMs() + MAX_AHEAD_MS)
      return fail({ code: 'occurred-in-future', detail: 'occurredAt is more than a day ahead' });
    const { eventId, decisionId, type, progressFraction = null } = entry.value;
    return succeed({ eventId, decisionId, type, occurredAt, progressFraction });
  }
}

function unknownDecision(index: number): RejectedEventDto {
  return { index, code: 'unknown-decision', detail: 'decisionId is of no decision made here' };
}
