import { createRandom } from '@keyart/common';
import { calibrationError, classFigures, type ClassFigures } from './judge-polarity';

/** Labels of a text by an engine beside its true ones. */
export interface JudgedTones {
  readonly truth: readonly string[];
  readonly said: readonly string[];
  /** Probability of each label, in the order of the labels judged. */
  readonly probabilities: ArrayLike<number>;
}

/** How well tones are told. */
export interface ToneFigures {
  readonly n: number;
  /** Share of texts whose likeliest label is among their true ones. */
  readonly accuracy: number;
  /** Mean of the F1 of all labels. */
  readonly macroF1: number;
  /** 95% interval of it, by bootstrap over texts. */
  readonly interval: readonly [number, number];
  /** Expected calibration error over all labels of all texts. */
  readonly ece: number;
  readonly classes: readonly ClassFigures[];
}

const DRAW_COUNT = 200;

/** Judges an engine by texts whose labels are known. */
export function judgeTones(
  rows: readonly JudgedTones[],
  labels: readonly string[],
  seed: string,
): ToneFigures {
  const figures = labels.map((label) =>
    classFigures(
      label,
      rows.map(({ said }) => said.includes(label)),
      rows.map(({ truth }) => truth.includes(label)),
    ),
  );
  const likeliest = rows.filter(({ truth, probabilities }) =>
    truth.includes(labels[largestAt(probabilities)]),
  );
  const calibration = rows.flatMap(({ truth, probabilities }) =>
    labels.map((label, c) => ({ p: probabilities[c], isTrue: truth.includes(label) })),
  );
  return {
    n: rows.length,
    accuracy: likeliest.length / rows.length,
    macroF1: figures.reduce((sum, { f1 }) => sum + f1, 0) / labels.length,
    interval: bootstrapped(rows, labels, seed),
    ece: calibrationError(calibration),
    classes: figures,
  };
}

function largestAt(values: ArrayLike<number>): number {
  let best = 0;
  for (let c = 1; c < values.length; c++) if (values[c] > values[best]) best = c;
  return best;
}

function bootstrapped(
  rows: readonly JudgedTones[],
  labels: readonly string[],
  seed: string,
): [number, number] {
  const random = createRandom(`${seed}/tones`);
  const place = new Map(labels.map((label, c) => [label, c]));
  const coded = rows.map(({ said, truth }) => ({ said: codes(said, place), truth: codes(truth, place) }));
  const draws = Array.from({ length: DRAW_COUNT }, () => {
    const [hits, sum] = [new Float64Array(labels.length), new Float64Array(labels.length)];
    for (let i = 0; i < coded.length; i++) {
      const { said, truth } = coded[Math.floor(random.next() * coded.length)];
      for (const c of said) {
        sum[c]++;
        if (truth.includes(c)) hits[c]++;
      }
      for (const c of truth) sum[c]++;
    }
    return (
      labels.reduce((total, _, c) => total + (sum[c] > 0 ? (2 * hits[c]) / sum[c] : 0), 0) / labels.length
    );
  }).sort((a, b) => a - b);
  return [draws[Math.floor(0.025 * DRAW_COUNT)], draws[Math.ceil(0.975 * DRAW_COUNT) - 1]];
}

function codes(names: readonly string[], place: ReadonlyMap<string, number>): number[] {
  return names.flatMap((name) => place.get(name) ?? []);
}
