import { contentHash, pick, type Random } from '@keyart/common';
import { FACETS, type FacetWeights, type TasteProfile } from '@keyart/features';
import { pointwiseBranches, splitPrompts, type PromptSettings } from '@keyart/llm';
import { temperedSoftmax } from '@keyart/ranking';
import { contentScore } from './content-score';
import type { TaughtPicture, TaughtTitle, TaughtViewer } from './taught';

/** A row of a noise-free stage: a viewer, some pictures of a title, and how well each fits. */
export interface StageRow {
  readonly id: string;
  readonly stage: Stage;
  readonly formulation: 'pointwise';
  readonly prefix: string;
  /** `[K]`. */
  readonly branches: readonly string[];
  readonly labels: readonly string[];
  /** `[K]`, sums to 1. */
  readonly target: readonly number[];
  readonly weight: number;
}

/** The stages that need no log. */
export const STAGES = ['seeing', 'matching'] as const;

/** One of them. */
export type Stage = (typeof STAGES)[number];

/** What rows are made of. */
export interface StageParts {
  readonly settings: PromptSettings;
  readonly viewers: readonly TaughtViewer[];
  readonly titles: readonly TaughtTitle[];
  /** Most pictures of a row: more of them cost time and say less each. */
  readonly pictureCount: number;
}

/** Sharp enough to say which picture is best, soft enough to say how much better it is. */
const TARGET_TEMPERATURE = 0.12;
const SEEN_FACET_COUNTS = [2, 3, 4, 5, 6] as const;

function drawSome<T>(items: readonly T[], count: number, random: Random): T[] {
  const left = [...items];
  return Array.from({ length: Math.min(count, left.length) }, () => {
    const [taken] = left.splice(Math.floor(random.next() * left.length), 1);
    return taken;
  });
}

/** A viewer nobody is, who feels about a few facets and about nothing else: teaches what pictures show. */
function madeUpTaste(random: Random): TasteProfile {
  const facets = drawSome(FACETS, pick(SEEN_FACET_COUNTS, random), random);
  const leanings: FacetWeights = Object.fromEntries(facets.map((facet) => [facet, random.next() - 0.45]));
  const version = contentHash(JSON.stringify(leanings), 16);
  return {
    version,
    historyCount: 1,
    facets: leanings,
    loves: [],
    likes: [],
    avoids: [],
    people: [],
    eras: [],
  };
}

/** Pictures of many titles at once: a title's own say little of what the vocabulary looks like. */
function mixedPictures({ titles, pictureCount }: StageParts, random: Random): TaughtPicture[] {
  return Array.from({ length: pictureCount }, () => pick(pick(titles, random).pictures, random));
}

function rowOf(
  { settings }: StageParts,
  {
    stage,
    id,
    viewer,
    title,
    pictures,
  }: {
    stage: Stage;
    id: string;
    viewer: TaughtViewer;
    title: TaughtTitle;
    pictures: readonly TaughtPicture[];
  },
): StageRow {
  const captions = pictures.map(({ caption }) => caption);
  const parts = splitPrompts(settings, { viewer, title: title.title, captions });
  const scores = pictures.map((picture) => contentScore(viewer.taste, picture));
  return {
    ...{ id, stage, formulation: 'pointwise' as const },
    ...{ prefix: parts.prefix, branches: pointwiseBranches(parts), labels: parts.labels },
    target: temperedSoftmax(scores, TARGET_TEMPERATURE),
    weight: 1,
  };
}

/**
 * *Seeing*: what a description suggests. A made-up viewer with a few leanings before pictures of many titles.
 * *Matching*: a real viewer's summary before pictures of one title. Both targets are soft, noise-free and blind to any log.
 * @param parts training viewers and training titles only
 * @param id of the row, unique
 */
export function drawStageRow(
  parts: StageParts,
  stage: Stage,
  { id, random }: { id: string; random: Random },
): StageRow {
  const title = pick(parts.titles, random);
  if (stage === 'seeing') {
    const viewer = { memberId: id, region: '', taste: madeUpTaste(random) };
    return rowOf(parts, { stage, id, viewer, title, pictures: mixedPictures(parts, random) });
  }
  const pictures = drawSome(title.pictures, parts.pictureCount, random);
  return rowOf(parts, { stage, id, viewer: pick(parts.viewers, random), title, pictures });
}
