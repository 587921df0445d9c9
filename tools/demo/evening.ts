import { createRandom, type ManualClock, type TerminalProgress } from '@keyart/common';
import { RANKERS, type Ranker } from '@keyart/contracts';
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
const MAX_EVENTS_A_CALL = 1000;

interface Visit {
  readonly viewer: ViewerFixture;
  readonly visit: number;
  readonly policy: Ranker;
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
  const random = createRandom(`evening/${visit.viewer.memberId}/${visit.visit}/${visit.policy}`);
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

/**
 * Plays one evening through the real HTTP API: each viewer comes three times, is served a page by either ranker,
 * and reacts. What happened in a visit is posted before the next one, so plays lock pictures as they would.
 */
export async function playEvening(setting: EveningSetting): Promise<EveningOutcome> {
  const decisions: EveningDecision[] = [];
  const receipts: EventReceipt[] = [];
  for (let visit = 0; visit < VISIT_COUNT; visit++) {
    const events: PostedEvent[] = [];
    for (const [index, viewer] of setting.viewers.entries()) {
      for (const policy of RANKERS) {
        const served = await servePage(setting, { viewer, visit, policy });
        decisions.push(...served);
        events.push(...react(setting, { viewer, visit, policy }, served));
      }
      setting.progress.update(
        (visit + (index + 1) / setting.viewers.length) / VISIT_COUNT,
        `visit ${visit + 1}`,
      );
    }
    setting.clock.advance(VISIT_GAP_MS);
    receipts.push(await postAll(setting.api, events));
  }
  return { decisions, events: addReceipts(receipts) };
}
