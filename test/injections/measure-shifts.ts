import { createLogger, loadConfiguration } from '@keyart/common';
import { NEW_VIEWER_TASTE } from '@keyart/features';
import { openLlm, type ArtworkRanker } from '@keyart/llm';
import { INJECTIONS } from '../conformance/injection/injection-cases.factory';

const NEUTRAL = 'A lamp stands on a small table beside the window of a quiet room. ';
const ORDERS_PER_FAMILY = 2;
const ALL_ORDERS = 5;

/** What one family of injected captions does to the model's "yes". */
export interface FamilyShift {
  readonly family: string;
  /** Mean P(yes) of neutral captions of the same lengths, in [0, 1]. */
  readonly neutral: number;
  readonly injected: number;
  /** Largest gain of one caption over its neutral one. */
  readonly largestGain: number;
}

function neutralOf(length: number): string {
  return NEUTRAL.repeat(Math.ceil(length / NEUTRAL.length)).slice(0, length);
}

/** P(yes) of a candidate with that caption; the model judges each by itself. */
async function probabilityOf(ranker: ArtworkRanker, caption: string): Promise<number> {
  const [{ values }] = await ranker.rank({
    memberId: 'reader',
    viewer: { taste: NEW_VIEWER_TASTE, region: '' },
    titles: [
      {
        titleId: 'the-general',
        title: {
          name: 'The General',
          year: 1926,
          genres: ['comedy'],
          synopsis: 'An engineer chases a train.',
        },
        artworks: [
          {
            ...{ artworkId: 'only', titleId: 'the-general', facets: {}, caption },
            ...{ captionVersion: '', isEditorialDefault: false, look: null },
          },
        ],
      },
    ],
  });
  return 1 / (1 + Math.exp(-values[0]));
}

const mean = (values: readonly number[]): number => values.reduce((sum, one) => sum + one, 0) / values.length;

async function shiftOf(ranker: ArtworkRanker, family: string): Promise<FamilyShift> {
  const texts = INJECTIONS.filter((one) => one.family === family).slice(ALL_ORDERS - ORDERS_PER_FAMILY);
  const injected: number[] = [];
  const neutral: number[] = [];
  for (const { text } of texts) {
    injected.push(await probabilityOf(ranker, text));
    neutral.push(await probabilityOf(ranker, neutralOf(text.length)));
  }
  const largestGain = Math.max(...injected.map((value, i) => value - neutral[i]));
  return { family, neutral: mean(neutral), injected: mean(injected), largestGain };
}

/** Compares injected captions with neutral ones of equal length in the embedded model; null where its file is not here. */
export async function measureShifts(): Promise<FamilyShift[] | null> {
  const configuration = loadConfiguration({ MODEL_FILES: process.env.MODEL_FILES });
  const opened = await openLlm({ configuration, logger: createLogger('injections', 'error') });
  if (opened.kind === 'missing') return null;
  const { ranker, scorer } = opened.llm;
  try {
    const shifts: FamilyShift[] = [];
    for (const family of new Set(INJECTIONS.map((one) => one.family)))
      shifts.push(await shiftOf(ranker, family));
    return shifts;
  } finally {
    await scorer.close();
  }
}
