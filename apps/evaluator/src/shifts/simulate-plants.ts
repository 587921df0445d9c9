import { createRandom } from '@keyart/common';
import { detectorOfThreshold, groupShifts, type Incident } from '@keyart/shifts';
import { DAY_MS, FIRST_DAY_MS } from './planted-reviews';
import {
  drawShift,
  drawTitle,
  PLANTED_KINDS,
  type PlantedKind,
  type PlantedShift,
  type PlantedTitle,
} from './planted-title';
import { watchTitles } from './watch-titles';

/** How planted shifts of a kind were found. */
export interface KindFound {
  readonly kind: PlantedKind;
  readonly plantedCount: number;
  readonly foundCount: number;
  readonly medianDelay: number | null;
  readonly medianOnsetError: number | null;
}

/** How planted shifts were found, and what was found beside them. */
export interface PlantsFound {
  readonly titleCount: number;
  readonly streamCount: number;
  readonly dayCount: number;
  readonly reviewCount: number;
  readonly plantedCount: number;
  readonly incidentCount: number;
  readonly precision: number;
  readonly recall: number;
  /** Buckets. */
  readonly medianOnsetError: number;
  readonly medianDelay: number;
  /** Share of the planted onsets that are found in the 90% interval of the leading shift. */
  readonly onsetCoverage: number;
  readonly kinds: readonly KindFound[];
}

/** How many, and by what they are found. */
export interface PlantsOptions {
  readonly threshold: number;
  readonly falseShare: number;
  readonly plantedCount: number;
  readonly seed: string;
  readonly progress: (fraction: number) => void;
}

const DAY_COUNT = 210;
const MISSING_SHARE = 0.03;
/** A title has one of the first and, half of them, one of the second. */
const FIRST_DAYS = [45, 95] as const;
const SECOND_DAYS = [130, 180] as const;
/** One title in five has none. */
const QUIET_SHARE = 0.25;
/** Found later is not found. */
const LATEST_DELAY_DAYS = 28;

interface Match {
  readonly planted: PlantedShift;
  readonly incident: Incident;
}

function plantedTitles({ plantedCount, seed }: PlantsOptions): PlantedTitle[] {
  const random = createRandom(`${seed}/plants`);
  const shiftedCount = Math.ceil((plantedCount * 2) / 3);
  const titleCount = Math.ceil(shiftedCount * (1 + QUIET_SHARE));
  const dayIn = ([from, to]: readonly [number, number]): number =>
    Math.floor(from + (to - from) * random.next());
  let left = plantedCount;
  return Array.from({ length: titleCount }, (_, i): PlantedTitle => {
    const title = drawTitle(`title-${i}`, random);
    if (i >= shiftedCount) return title;
    const days = i % 2 === 0 ? [dayIn(FIRST_DAYS)] : [dayIn(FIRST_DAYS), dayIn(SECOND_DAYS)];
    const shifts = days.slice(0, left).map((day) => drawShift(title, day, random));
    left -= shifts.length;
    return { ...title, shifts };
  });
}

/** A planted shift is found by the first incident of its title that is raised within four weeks; another one is false. */
function match(planted: readonly PlantedShift[], incidents: readonly Incident[]): Match[] {
  const free = new Set(incidents);
  const ordered = [...incidents].sort((a, b) => a.firstAlarmAt.getTime() - b.firstAlarmAt.getTime());
  return planted.flatMap((one) => {
    const found = ordered.find(({ titleIds, firstAlarmAt }) => {
      const delay = dayOf(firstAlarmAt) - one.day;
      return titleIds.includes(one.titleId) && delay >= 0 && delay < LATEST_DELAY_DAYS;
    });
    if (!found || !free.delete(found)) return [];
    return [{ planted: one, incident: found }];
  });
}

function dayOf(at: Date): number {
  return (at.getTime() - FIRST_DAY_MS) / DAY_MS;
}

function median(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  if (sorted.length === 0) return null;
  return (sorted[(sorted.length - 1) >> 1] + sorted[sorted.length >> 1]) / 2;
}

function errorsOf(matches: readonly Match[]): number[] {
  return matches.map(({ planted, incident }) => Math.abs(dayOf(incident.onsetAt) - planted.day));
}

function delaysOf(matches: readonly Match[]): number[] {
  return matches.map(({ planted, incident }) => dayOf(incident.firstAlarmAt) - planted.day + 1);
}

function isCovered({ planted, incident }: Match): boolean {
  return incident.shifts.some(
    ({ onset }) => dayOf(onset.earliestAt) <= planted.day && planted.day <= dayOf(onset.latestAt),
  );
}

/** Plants shifts in reviews of many titles, watches all their streams, and counts what is found. */
export function simulatePlants(options: PlantsOptions): PlantsFound {
  const { threshold, falseShare, seed, progress } = options;
  const titles = plantedTitles(options);
  const planted = titles.flatMap(({ shifts }) => shifts);
  const watch = { design: detectorOfThreshold(threshold), falseShare, missingShare: MISSING_SHARE };
  const watched = watchTitles(titles, { ...watch, dayCount: DAY_COUNT, seed: `${seed}/reviews`, progress });
  const incidents = groupShifts(watched.shifts, { bucketMs: DAY_MS, watchedTitleCount: titles.length });
  const matches = match(planted, incidents);
  const kinds = PLANTED_KINDS.map((kind): KindFound => {
    const own = matches.filter((one) => one.planted.kind === kind);
    const plantedCount = planted.filter((one) => one.kind === kind).length;
    return {
      ...{ kind, plantedCount, foundCount: own.length },
      ...{ medianDelay: median(delaysOf(own)), medianOnsetError: median(errorsOf(own)) },
    };
  });
  return {
    ...{ titleCount: titles.length, streamCount: watched.streamCount, dayCount: DAY_COUNT, kinds },
    ...{ reviewCount: watched.reviewCount, plantedCount: planted.length, incidentCount: incidents.length },
    precision: incidents.length === 0 ? 0 : matches.length / incidents.length,
    recall: planted.length === 0 ? 0 : matches.length / planted.length,
    medianOnsetError: median(errorsOf(matches)) ?? Infinity,
    medianDelay: median(delaysOf(matches)) ?? Infinity,
    onsetCoverage: matches.length === 0 ? 0 : matches.filter(isCovered).length / matches.length,
  };
}
