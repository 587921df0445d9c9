import { pick, type Random } from '@keyart/common';
import { FACETS } from '@keyart/features';
import { lookupPrompts, pointwiseBranches, splitPrompts } from '@keyart/llm';
import { temperedSoftmax } from '@keyart/ranking';
import { contentScore } from './content-score';
import { drawSome } from './draw-some';
import { madeUpTaste } from './made-up-taste';
import type { StageParts } from './stage-parts';
import type { TaughtPicture, TaughtTitle, TaughtViewer } from './taught';

/** A row of *matching*: a viewer, some pictures, and how well each fits. */
export interface MatchingRow {
  readonly id: string;
  readonly stage: 'lookup' | 'matching';
  readonly formulation: 'pointwise';
  readonly prefix: string;
  /** `[K]`. */
  readonly branches: readonly string[];
  readonly labels: readonly string[];
  /** `[K]`, sums to 1. */
  readonly target: readonly number[];
  readonly weight: number;
}

/** Sharp enough to say which picture is best, soft enough to say how much better it is. */
const TARGET_TEMPERATURE = 0.08;
/** Share of training rows with a made-up viewer before pictures of many titles: easier, and no two alike. */
const MADE_UP_SHARE = 0.35;
/** Share of such a row's pictures that show a facet the viewer feels about; the others mostly do not. */
const FELT_SHARE = 0.6;

interface MatchingCase {
  readonly viewer: TaughtViewer;
  readonly title: TaughtTitle;
  readonly pictures: readonly TaughtPicture[];
}

function realCase({ viewers, titles, pictureCount }: StageParts, random: Random): MatchingCase {
  const title = pick(titles, random);
  const pictures = drawSome(title.pictures, pictureCount, random);
  return { title, pictures, viewer: pick(viewers, random) };
}

function madeUpCase({ shelf, titles, pictureCount }: StageParts, random: Random): MatchingCase {
  const { taste, facets } = madeUpTaste(random);
  const pictures = Array.from({ length: pictureCount }, () =>
    random.next() < FELT_SHARE ? shelf.showing(pick(facets, random), random) : shelf.any(random),
  );
  const viewer = { memberId: taste.version, region: '', taste };
  return { viewer, pictures, title: pick(titles, random) };
}

function targetOf({ taste }: TaughtViewer, pictures: readonly TaughtPicture[]): number[] {
  const scores = pictures.map((picture) => contentScore(taste, picture));
  return temperedSoftmax(scores, TARGET_TEMPERATURE);
}

function rowOf(
  { settings }: StageParts,
  { viewer, title, pictures }: MatchingCase,
  { id, stage }: Pick<MatchingRow, 'id' | 'stage'>,
): MatchingRow {
  const captions = pictures.map(({ caption }) => caption);
  const split = splitPrompts(settings, { viewer, title: title.title, captions });
  return {
    ...{ id, stage, formulation: 'pointwise' },
    ...{ prefix: split.prefix, branches: pointwiseBranches(split), labels: split.labels },
    ...{ target: targetOf(viewer, pictures), weight: 1 },
  };
}

/**
 * A viewer's summary before pictures: the target is soft, noise-free and blind to any log.
 * @param forTraining some viewers are made up; else all are real
 */
export function drawMatchingRow(
  parts: StageParts,
  { id, random, forTraining }: { id: string; random: Random; forTraining: boolean },
): MatchingRow {
  const isMadeUp = forTraining && random.next() < MADE_UP_SHARE;
  const drawn = isMadeUp ? madeUpCase(parts, random) : realCase(parts, random);
  return rowOf(parts, drawn, { id, stage: 'matching' });
}

/** Facets a named picture has. */
const NAMED_COUNTS = [1, 1, 1, 2] as const;
/** A row of them is short. */
const LOOKED_UP_COUNT = 10;

function namedPicture(random: Random): TaughtPicture {
  const facets = drawSome(FACETS, pick(NAMED_COUNTS, random), random);
  const weights = Object.fromEntries(facets.map((facet) => [facet, 1]));
  return { artworkId: facets.join('-'), caption: facets.join(', '), facets: weights };
}

/** Share of named pictures that name a person: half of the time somebody the viewer likes. */
const PERSON_SHARE = 0.15;

function personPicture({ viewers }: StageParts, { taste }: TaughtViewer, random: Random): TaughtPicture {
  const people = random.next() < 0.5 ? taste.people : pick(viewers, random).taste.people;
  if (people.length === 0) return namedPicture(random);
  const name = pick(people, random);
  return { artworkId: name, caption: name, facets: {} };
}

/**
 * A viewer's summary before pictures that are described by the very words of tastes: nothing to be read, all to be looked up. Taught
 * first, it opens the way that captions then take.
 */
export function drawLookupRow(
  parts: StageParts,
  { id, random }: { id: string; random: Random },
): MatchingRow {
  const viewer = pick(parts.viewers, random);
  const pictures = Array.from({ length: LOOKED_UP_COUNT }, () =>
    random.next() < PERSON_SHARE ? personPicture(parts, viewer, random) : namedPicture(random),
  );
  const names = pictures.map(({ caption }) => caption);
  return {
    ...{ id, stage: 'lookup', formulation: 'pointwise' },
    ...lookupPrompts(parts.settings, viewer, names),
    ...{ target: targetOf(viewer, pictures), weight: 1 },
  };
}
