import { createRandom, type ManualClock, type TerminalProgress } from '@keyart/common';
import type { Ranker } from '@keyart/contracts';
import type { ViewerFixture, CatalogueSnapshot } from '@keyart/catalog';
import { buildTasteProfile, type FacetWeights } from '@keyart/features';
import type { ApiClient, EventReceipt, PostedEvent, ServedDecision } from './api-client';
import type { PageRow } from '../../apps/api/src/pages/page-rows';
import { reactTo } from './viewer-behaviour';

/** Everything the evening needs. */
export interface EveningSetting {
  readonly api: ApiClient;
  readonly clock: ManualClock;
  readonly catalogue: CatalogueSnapshot;
  readonly viewers: readonly ViewerFixture[];
  readonly rowsOf: (viewer: ViewerFixture) => readonly PageRow[];
  readonly progress: TerminalProgress;
}

/** A choice that was served, with whom it was served to. */
export interface EveningDecision extends ServedDecision {
  readonly memberId: string;
  readonly visit: number;
}

/** What came of the evening. */
export interface EveningOutcome {
  readonly decisions: readonly EveningDecision[];
  readonly events: EventReceipt;
}

/** Visits come far enough apart for a minimum time to pass, as on a real evening. */
const VISIT_GAP_MS = 75 * 60_000;
const VISIT_COUNT = 3;
/** The policies that the demo puts side by side. */
const COMPARED: readonly Ranker[] = ['production', 'llm'];
const MAX_EVENTS_A_CALL = 1000;

interface Visit {
  readonly viewer: ViewerFixture;
  readonly visit: number;
  /** null: as the member is assigned. */
  readonly policy: Ranker | null;
}

async function servePage(
  setting: EveningSetting,
  { viewer, visit, policy }: Visit,
): Promise<EveningDecision[]> {
  const titles = setting
    .rowsOf(viewer)
    .flatMap((row, index) => row.titles.map(({ titleId }, position) => ({ titleId, row: index, position })));
  const surface = { ...viewer.surface, aspect: '16:9' } as const;
  const answer = await setting.api.decide({ memberId: viewer.memberId, surface, titles, policy });
  return answer.decisions.map((decision) => ({ ...decision, memberId: viewer.memberId, visit }));
}

function react(setting: EveningSetting, visit: Visit, decisions: readonly EveningDecision[]): PostedEvent[] {
  const random = createRandom(
    `evening/${visit.viewer.memberId}/${visit.visit}/${visit.policy ?? 'assigned'}`,
  );
  const taste = buildTasteProfile(visit.viewer.history).facets;
  return decisions.flatMap((decision) => {
    const artwork = setting.catalogue.artwork(decision.artworkId);
    const title = setting.catalogue.title(decision.titleId);
    const temptation = {
      taste,
      artworkFacets: (artwork?.facets ?? {}) as FacetWeights,
      titleFacets: (title?.facets ?? {}) as FacetWeights,
    };
    return reactTo(temptation, { decisionId: decision.decisionId, atMs: setting.clock.nowMs() }, random);
  });
}

function addReceipts(receipts: readonly EventReceipt[]): EventReceipt {
  return {
    accepted: receipts.reduce((sum, receipt) => sum + receipt.accepted, 0),
    duplicates: receipts.reduce((sum, receipt) => sum + receipt.duplicates, 0),
    rejected: receipts.flatMap((receipt) => receipt.rejected),
  };
}

async function postAll(api: ApiClient, events: readonly PostedEvent[]): Promise<EventReceipt> {
  const receipts: EventReceipt[] = [];
  for (let start = 0; start < events.length; start += MAX_EVENTS_A_CALL) {
    receipts.push(await api.postEvents(events.slice(start, start + MAX_EVENTS_A_CALL)));
  }
  return addReceipts(receipts);
}

/** What a visit is played with: its number, and the policies that each viewer is served a page by. */
interface VisitPlan {
  readonly visit: number;
  readonly policies: readonly Visit['policy'][];
}

/** Each viewer comes once and reacts; what happened is posted when all have been there. */
async function playVisit(setting: EveningSetting, { visit, policies }: VisitPlan): Promise<EveningOutcome> {
  const decisions: EveningDecision[] = [];
  const events: PostedEvent[] = [];
  for (const [index, viewer] of setting.viewers.entries()) {
    for (const policy of policies) {
      const served = await servePage(setting, { viewer, visit, policy });
      decisions.push(...served);
      events.push(...react(setting, { viewer, visit, policy }, served));
    }
    const fraction = (visit + (index + 1) / setting.viewers.length) / (VISIT_COUNT + 1);
    setting.progress.update(fraction, `visit ${visit + 1}`);
  }
  setting.clock.advance(VISIT_GAP_MS);
  return { decisions, events: await postAll(setting.api, events) };
}

/**
 * Plays one evening through the real HTTP API: each viewer comes three times, is served a page by either ranker,
 * and reacts. What happened in a visit is posted before the next one, so plays lock pictures as they would.
 */
export async function playEvening(setting: EveningSetting): Promise<EveningOutcome> {
  const visits: EveningOutcome[] = [];
  for (let visit = 0; visit < VISIT_COUNT; visit++)
    visits.push(await playVisit(setting, { visit, policies: COMPARED }));
  return joined(visits);
}

/** One visit more, in which the service itself says which policy serves whom. */
export function playAssignedVisit(setting: EveningSetting): Promise<EveningOutcome> {
  return playVisit(setting, { visit: VISIT_COUNT, policies: [null] });
}

/** Several outcomes as one, in order. */
export function joined(outcomes: readonly EveningOutcome[]): EveningOutcome {
  return {
    decisions: outcomes.flatMap(({ decisions }) => decisions),
    events: addReceipts(outcomes.map(({ events }) => events)),
  };
}
