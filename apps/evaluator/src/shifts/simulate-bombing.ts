import { createRandom, type Random } from '@keyart/common';
import { detectorOfThreshold, groupShifts, judgeBombing, type ReviewSigns } from '@keyart/shifts';
import { DAY_MS, FIRST_DAY_MS, type PlantedDay } from './planted-reviews';
import { drawTitle, type PlantedCampaign, type PlantedTitle } from './planted-title';
import { watchTitles } from './watch-titles';

/** What happens to a title. */
export const STORY_KINDS = ['bombing', 'backlash', 'success', 'reception'] as const;

/** Bombing; more people, harsher; more and new people, as kind as before; as many people, of another mind. */
export type StoryKind = (typeof STORY_KINDS)[number];

/** What stories of a kind were taken for. */
export interface StoryRow {
  readonly kind: StoryKind;
  readonly count: number;
  readonly calledBombing: number;
  readonly calledShift: number;
  readonly notNoticed: number;
}

/** How bombing is told apart. */
export interface BombingFound {
  readonly rows: readonly StoryRow[];
  /** Of what was called bombing, and of the bombings planted; one that is not noticed is not found. */
  readonly precision: number;
  readonly recall: number;
}

/** How many, and by what they are found. */
export interface BombingOptions {
  readonly threshold: number;
  readonly falseShare: number;
  readonly titleCount: number;
  readonly seed: string;
  readonly progress: (fraction: number) => void;
}

const DAY_COUNT = 110;
const STORY_DAYS = [45, 75] as const;
const LATEST_DELAY_DAYS = 21;
/** Reviews before the onset that signs are compared with. */
const USUAL_DAYS = 28;

interface Story {
  readonly kind: StoryKind;
  readonly day: number;
  readonly title: PlantedTitle;
}

/** Ranges overlap: a mild bombing shows less than a loud success does. */
const CROWDS = {
  bombing: {
    length: [4, 12],
    burst: [1.5, 8],
    newAccounts: [0.25, 0.8],
    against: [0.05, 0.4],
    duplicates: [0.1, 0.6],
    positive: [0.05, 0.3],
  },
  backlash: {
    length: [30, 60],
    burst: [0.8, 3],
    newAccounts: [0.08, 0.3],
    against: [0, 0.03],
    duplicates: [0.02, 0.06],
    positive: [0.1, 0.3],
  },
  success: {
    length: [20, 60],
    burst: [1, 4],
    newAccounts: [0.2, 0.5],
    against: [0, 0.03],
    duplicates: [0.02, 0.1],
    positive: [0.6, 0.85],
  },
} as const;

function between([low, high]: readonly [number, number], random: Random): number {
  return low + (high - low) * random.next();
}

function crowdOf(kind: keyof typeof CROWDS, day: number, random: Random): PlantedCampaign {
  const { length, burst, newAccounts, against, duplicates, positive } = CROWDS[kind];
  return {
    days: [day, day + Math.round(between(length, random))],
    burst: between(burst, random),
    newAccountShare: between(newAccounts, random),
    againstStarsShare: between(against, random),
    nearDuplicateShare: between(duplicates, random),
    positiveShare: between(positive, random),
  };
}

function storyOf(i: number, random: Random): Story {
  const kind = STORY_KINDS[i % STORY_KINDS.length];
  const title = drawTitle(`story-${i}`, random);
  const day = Math.floor(between(STORY_DAYS, random));
  if (kind !== 'reception')
    return { kind, day, title: { ...title, campaigns: [crowdOf(kind, day, random)] } };
  const size = (title.positive > 0.6 ? -1 : 1) * between([0.35, 0.6], random);
  const shift = { titleId: title.titleId, kind, day, size, tone: null } as const;
  return { kind, day, title: { ...title, shifts: [shift] } };
}

/** Signs of the days [from, to) together. */
function signsOf(days: readonly (PlantedDay | null)[], from: number, to: number): ReviewSigns {
  const known = days.slice(Math.max(0, from), to).flatMap((day) => day ?? []);
  const sumOf = (field: keyof ReviewSigns): number => known.reduce((sum, { signs }) => sum + signs[field], 0);
  return {
    ...{ count: sumOf('count'), days: Math.max(1, known.length) },
    ...{ newAccountCount: sumOf('newAccountCount'), againstStarsCount: sumOf('againstStarsCount') },
    nearDuplicateCount: sumOf('nearDuplicateCount'),
  };
}

function dayOf(at: Date): number {
  return (at.getTime() - FIRST_DAY_MS) / DAY_MS;
}

/** Plants bombings among other stories, judges the incident of each on the day of its first alarm, and counts what it is taken for. */
export function simulateBombing(options: BombingOptions): BombingFound {
  const { threshold, falseShare, titleCount, seed, progress } = options;
  const random = createRandom(`${seed}/stories`);
  const stories = Array.from({ length: titleCount }, (_, i) => storyOf(i, random));
  const titles = stories.map(({ title }) => title);
  const watch = {
    design: detectorOfThreshold(threshold),
    falseShare,
    missingShare: 0.03,
    dayCount: DAY_COUNT,
  };
  const watched = watchTitles(titles, { ...watch, seed: `${seed}/stories`, progress });
  const incidents = groupShifts(watched.shifts, { bucketMs: DAY_MS, watchedTitleCount: Infinity });
  incidents.sort((a, b) => a.firstAlarmAt.getTime() - b.firstAlarmAt.getTime());
  const called = stories.map(({ day, title }) => {
    const incident = incidents.find(({ titleIds, firstAlarmAt }) => {
      const delay = dayOf(firstAlarmAt) - day;
      return titleIds.includes(title.titleId) && delay >= 0 && delay < LATEST_DELAY_DAYS;
    });
    if (!incident) return 'nothing';
    const first = incident.shifts[0];
    const onset = dayOf(first.onset.at);
    const days = watched.days.get(title.titleId) ?? [];
    const before = signsOf(days, onset - USUAL_DAYS, onset);
    const during = signsOf(days, onset, dayOf(incident.firstAlarmAt) + 1);
    return judgeBombing(before, during).isBombing ? 'bombing' : 'shift';
  });
  const rows = STORY_KINDS.map((kind): StoryRow => {
    const own = called.filter((_, i) => stories[i].kind === kind);
    const countOf = (name: string): number => own.filter((one) => one === name).length;
    return {
      ...{ kind, count: own.length, notNoticed: countOf('nothing') },
      ...{ calledBombing: countOf('bombing'), calledShift: countOf('shift') },
    };
  });
  const [bombing] = rows;
  const all = rows.reduce((sum, { calledBombing }) => sum + calledBombing, 0);
  return {
    rows,
    precision: all === 0 ? 0 : bombing.calledBombing / all,
    recall: bombing.count === 0 ? 0 : bombing.calledBombing / bombing.count,
  };
}
