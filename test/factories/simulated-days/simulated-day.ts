import { createRandom, inLanes, shuffled } from '@keyart/common';
import type { DecisionRecord } from '@keyart/contracts';
import type { RewardRung } from '@keyart/learning';
import { uuidOf } from '../../support/uuid-of';
import { eventsOfOutcome } from './events-of-outcome';
import { LANE_COUNT, type SimulatedService } from './simulated-service';
import type { SimulatedViewer } from './simulated-viewer';
import type { TrueTakes } from './true-takes';

/** A picture that was shown, and how far its viewer got. */
export interface Showing {
  readonly record: DecisionRecord;
  readonly rung: RewardRung;
}

/** Who comes, what they do, and what is on offer. */
export interface DayParts {
  readonly service: SimulatedService;
  readonly viewers: readonly SimulatedViewer[];
  readonly titleIds: readonly string[];
  readonly takes: TrueTakes;
  readonly seed: string;
}

const SURFACE = { aspect: '16:9', locale: 'en', region: 'DE', device: 'tv', maturity: '18' } as const;
const HOUR_MS = 3_600_000;
const TITLES_A_PAGE = 8;
const PAGES_A_ROW = 4;
/** Everybody comes in the morning, half of them again in the evening; the night begins when all rewards are due. */
const VISITS = [
  { name: 'morning', share: 1, untilNextMs: 8 * HOUR_MS },
  { name: 'evening', share: 0.5, untilNextMs: 8 * HOUR_MS },
] as const;
const NIGHT_MS = 8 * HOUR_MS;
/** Shorter than a night: who played something yesterday is decided for anew today. */
const LOCK_MS = 14 * HOUR_MS;
const EVENTS_A_BATCH = 2_000;

/** One day of visits; the clock stands at the night's beginning afterwards. */
export async function simulatedDay(parts: DayParts, day: number): Promise<Showing[]> {
  const showings: Showing[] = [];
  for (const { name, share, untilNextMs } of VISITS) {
    const key = `${parts.seed}/${day}/${name}`;
    const isComing = ({ memberId }: SimulatedViewer): boolean =>
      createRandom(`${key}/${memberId}/comes`).next() < share;
    const pages = await inLanes(parts.viewers.filter(isComing), LANE_COUNT, (viewer) =>
      visit(parts, viewer, key),
    );
    await tell(parts.service, pages.flat());
    showings.push(...pages.flat());
    parts.service.world.clock.advance(untilNextMs);
  }
  return showings;
}

/** Lets the night pass. */
export function untilMorning({ world }: SimulatedService): void {
  world.clock.advance(NIGHT_MS);
}

async function visit(parts: DayParts, viewer: SimulatedViewer, key: string): Promise<Showing[]> {
  const { service, titleIds, takes } = parts;
  const { memberId } = viewer;
  const random = createRandom(`${key}/${memberId}`);
  const titles = shuffled(titleIds, random)
    .slice(0, TITLES_A_PAGE)
    .map((titleId, i) => ({ titleId, row: Math.floor(i / PAGES_A_ROW), position: i % PAGES_A_ROW }));
  const requestId = uuidOf(`${key}/${memberId}`);
  const question = { requestId, memberId, surface: SURFACE, titles, policy: null, deadlineMs: null };
  const answers = await service.decisions.decide(question);
  return answers.flatMap((answer) =>
    answer.ok ? [{ record: answer.record, rung: takes.outcomeOf(viewer, answer.artwork, random) }] : [],
  );
}

async function tell({ world }: SimulatedService, showings: readonly Showing[]): Promise<void> {
  const nowMs = world.clock.nowMs();
  const events = showings.flatMap(({ record, rung }) => eventsOfOutcome(record.decisionId, rung, nowMs));
  for (let from = 0; from < events.length; from += EVENTS_A_BATCH) {
    const batch = events.slice(from, from + EVENTS_A_BATCH);
    await world.repositories.events.insertMany(batch, new Date(nowMs), LOCK_MS);
  }
}
