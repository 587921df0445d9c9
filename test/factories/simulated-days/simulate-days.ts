import type { Database } from '@keyart/db';
import { aCatalogue } from '../catalogue.factory';
import { dayReport, type DayReport } from './day-report';
import { judgeDays, type DaysVerdict } from './judge-days';
import { simulatedDay, untilMorning, type Showing } from './simulated-day';
import { aSimulatedService } from './simulated-service';
import { simulatedViewers } from './simulated-viewer';
import { trueTakes } from './true-takes';

/** How long, with how many, and from which seed. */
export interface SimulationSize {
  readonly dayCount: number;
  readonly memberCount: number;
  readonly seed: string;
  /** Told of every day as it ends. */
  readonly onDay?: (report: DayReport) => void;
}

/** What the days were like, and what they prove. */
export interface Simulation {
  readonly days: readonly DayReport[];
  readonly verdict: DaysVerdict;
}

const CATALOGUE = { titleCount: 14, artworkCount: 5 } as const;
/** No editor's choice, so nothing but its clicks speaks for it. */
const CLICKBAIT_ID = 'title-3-2';

/** Runs the loop (decide, tell, attribute, promote, train) for some days with viewers whose tastes are known. */
export async function simulateDays(database: Database, size: SimulationSize): Promise<Simulation> {
  const { dayCount, memberCount, seed, onDay } = size;
  const catalogue = aCatalogue({ ...CATALOGUE, seed });
  const viewers = simulatedViewers(memberCount, seed);
  const service = await aSimulatedService(database, catalogue, viewers);
  const titleIds = catalogue.titles.map(({ titleId }) => titleId);
  const parts = { service, viewers, titleIds, takes: trueTakes(seed, CLICKBAIT_ID), seed };
  const days: DayReport[] = [];
  const showings: (readonly Showing[])[] = [];
  for (let day = 1; day <= dayCount; day++) {
    const { bandit, guard } = service.world.models.current();
    const served = { banditVersion: bandit.version, demotedArtworkIds: Object.keys(guard?.demotions ?? {}) };
    const shown = await simulatedDay(parts, day);
    const night = await service.night();
    untilMorning(service);
    const report = dayReport({ day, showings: shown, night, ...served }, CLICKBAIT_ID);
    days.push(report);
    showings.push(shown);
    onDay?.(report);
  }
  return { days, verdict: judgeDays({ days, showings, clickbaitId: CLICKBAIT_ID, seed }) };
}
