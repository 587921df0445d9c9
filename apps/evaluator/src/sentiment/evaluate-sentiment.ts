import {
  trainPolarity,
  type LinearEngine,
  type PolarityRow,
  type SentimentEngine,
  type ToneRow,
} from '@keyart/sentiment';
import { heldOutPolarities } from './held-out-polarities';
import { judgePolarity, type PolarityFigures } from './judge-polarity';
import { judgeTones, type ToneFigures } from './judge-tones';

/** Texts that are read at a time. */
const BATCH_SIZE = 256;
const ROTTEN_TOMATOES_FOLDS = 10;
/** In ten thousand sentences most words stand once, and those say something still. */
const SMALL_SET_TEXT_COUNT = 1;

/** Reads every review with an engine and judges its side. */
export async function evaluatePolarity(
  engine: SentimentEngine,
  rows: readonly PolarityRow[],
  progress: (fraction: number) => void,
): Promise<PolarityFigures> {
  const polarities: number[] = [];
  for (let from = 0; from < rows.length; from += BATCH_SIZE) {
    const readings = await engine.read(rows.slice(from, from + BATCH_SIZE).map(({ text }) => text));
    polarities.push(...readings.map(({ polarity }) => polarity));
    progress(Math.min(1, (from + BATCH_SIZE) / rows.length));
  }
  return judgePolarity(
    rows.map(({ isPositive, stars }, i) => ({ isPositive, stars, polarity: polarities[i] })),
  );
}

/** Reads every comment's labels and judges them. */
export async function evaluateTones(
  engine: LinearEngine,
  rows: readonly ToneRow[],
  seed: string,
): Promise<ToneFigures> {
  const found = await engine.labelled(rows.map(({ text }) => text));
  return judgeTones(
    rows.map(({ labels }, i) => ({ truth: labels, ...found[i] })),
    engine.labels,
    seed,
  );
}

/** How the method does when it is trained on such rows, ten folds in turn. */
export function crossValidate(rows: readonly PolarityRow[], seed: string): PolarityFigures {
  const trained = trainPolarity(rows, {
    ...{ foldCount: ROTTEN_TOMATOES_FOLDS, seed },
    leastTextCount: SMALL_SET_TEXT_COUNT,
  });
  const polarities = heldOutPolarities(trained);
  return judgePolarity(
    rows.map(({ isPositive, stars }, i) => ({
      ...{ isPositive, stars },
      polarity: polarities[i],
    })),
  );
}
