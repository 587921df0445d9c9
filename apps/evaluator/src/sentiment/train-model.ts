import { createHash } from 'node:crypto';
import {
  trainPolarity,
  trainTones,
  writeModel,
  type PolarityRow,
  type ToneRow,
  type TrainedTones,
} from '@keyart/sentiment';
import { heldOutPolarities } from './held-out-polarities';
import { judgePolarity, type PolarityFigures } from './judge-polarity';
import { judgeTones, type ToneFigures } from './judge-tones';
import { GO_EMOTIONS_LABELS } from './read-tone-rows';
import { titleAgreement, type TitleAgreement } from './title-agreement';

/** What a model is trained on, and where it goes. */
export interface TrainRequest {
  readonly polarity: readonly PolarityRow[];
  readonly tones: readonly ToneRow[];
  readonly out: string;
  readonly seed: string;
}

/** How a model does on rows held out of it in turn, and its size. */
export interface TrainReport {
  readonly polarity: PolarityFigures;
  readonly titles: TitleAgreement;
  readonly tones: ToneFigures;
  readonly byteCount: number;
}

const [POLARITY_FOLDS, TONE_FOLDS] = [5, 3];

/** Trains both parts on all rows and writes them; figures are by cross-fitting. */
export async function trainModel(
  { polarity, tones, out, seed }: TrainRequest,
  progress: (fraction: number, note: string) => void,
): Promise<TrainReport> {
  progress(0, `polarity of ${polarity.length} reviews`);
  const side = trainPolarity(polarity, { foldCount: POLARITY_FOLDS, seed });
  progress(0.5, `tones of ${tones.length} comments`);
  const feeling = trainTones(tones, GO_EMOTIONS_LABELS, { foldCount: TONE_FOLDS, seed });
  progress(0.95, 'writing');
  const polarities = heldOutPolarities(side);
  const report = {
    polarity: judgePolarity(
      polarity.map(({ isPositive, stars }, i) => ({ isPositive, stars, polarity: polarities[i] })),
    ),
    titles: titleAgreement(polarity, polarities),
    tones: judgedTones(tones, feeling, seed),
  };
  const training = {
    ...{ polarityRowCount: polarity.length, toneRowCount: tones.length },
    fingerprint: fingerprintOf(polarity, tones),
    crossFitted: {
      polarityAccuracy: rounded(report.polarity.accuracy),
      polarityEce: rounded(report.polarity.ece),
      polaritySpearman: rounded(report.polarity.spearman ?? 0),
      titlePearson: rounded(report.titles.pearson),
      toneMacroF1: rounded(report.tones.macroF1),
    },
  };
  const byteCount = await writeModel(out, { polarity: side.part, tones: feeling.part, training });
  return { ...report, byteCount };
}

function judgedTones(
  rows: readonly ToneRow[],
  { probabilities, part }: TrainedTones,
  seed: string,
): ToneFigures {
  const { labels, thresholds } = part;
  const judged = rows.map((row, i) => {
    const own = probabilities.subarray(i * labels.length, (i + 1) * labels.length);
    return { truth: row.labels, probabilities: own, said: labels.filter((_, c) => own[c] >= thresholds[c]) };
  });
  return judgeTones(judged, labels, seed);
}

function fingerprintOf(polarity: readonly PolarityRow[], tones: readonly ToneRow[]): string {
  const digest = createHash('sha256');
  for (const { text, isPositive } of polarity) digest.update(`${isPositive}\t${text}\n`);
  for (const { text, labels } of tones) digest.update(`${labels.join(',')}\t${text}\n`);
  return digest.digest('hex');
}

function rounded(value: number): number {
  return Number(value.toFixed(4));
}
