import { wilsonInterval } from '@keyart/evaluation';
import { spearman } from './correlation';

/** A text's side by an engine beside its true one. */
export interface JudgedPolarity {
  readonly isPositive: boolean;
  /** In [−1, 1]. */
  readonly polarity: number;
  /** Given by the reviewer; null: none. */
  readonly stars: number | null;
}

/** How well sides are told. */
export interface PolarityFigures {
  readonly n: number;
  readonly accuracy: number;
  /** Mean of the F1 of both sides. */
  readonly macroF1: number;
  /** 95% interval of the accuracy, Wilson. */
  readonly interval: readonly [number, number];
  /** Expected calibration error of P(positive), ten bins of equal width. */
  readonly ece: number;
  /** Rank correlation of polarity with stars; null where fewer than two texts have any. */
  readonly spearman: number | null;
  /** Of both sides. */
  readonly classes: readonly ClassFigures[];
}

/** Of one class. */
export interface ClassFigures {
  readonly name: string;
  readonly count: number;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

const BIN_COUNT = 10;

/** Judges an engine by texts whose side is known. A polarity of exactly 0 counts as negative. */
export function judgePolarity(rows: readonly JudgedPolarity[]): PolarityFigures {
  const said = rows.map(({ polarity }) => polarity > 0);
  const truth = rows.map(({ isPositive }) => isPositive);
  const classes = [
    classFigures(
      'negative',
      said.map((side) => !side),
      truth.map((side) => !side),
    ),
    classFigures('positive', said, truth),
  ];
  const right = said.filter((side, i) => side === truth[i]).length;
  const rated = rows.filter(({ stars }) => stars !== null);
  return {
    n: rows.length,
    accuracy: right / rows.length,
    macroF1: classes.reduce((sum, { f1 }) => sum + f1, 0) / classes.length,
    interval: wilsonInterval(right, rows.length),
    ece: calibrationError(
      rows.map(({ polarity, isPositive }) => ({ p: (polarity + 1) / 2, isTrue: isPositive })),
    ),
    spearman:
      rated.length < 2
        ? null
        : spearman(
            rated.map(({ polarity }) => polarity),
            rated.map(({ stars }) => Number(stars)),
          ),
    classes,
  };
}

/** Precision, recall and F1 of one class; 0 where there is nothing to divide by. */
export function classFigures(
  name: string,
  said: readonly boolean[],
  truth: readonly boolean[],
): ClassFigures {
  const hits = said.filter((one, i) => one && truth[i]).length;
  const [claimed, count] = [said.filter(Boolean).length, truth.filter(Boolean).length];
  const precision = claimed > 0 ? hits / claimed : 0;
  const recall = count > 0 ? hits / count : 0;
  const f1 = claimed + count > 0 ? (2 * hits) / (claimed + count) : 0;
  return { name, count, precision, recall, f1 };
}

/** Σ over bins of share × |mean p − share of true| (Naeini et al. 2015). */
export function calibrationError(rows: readonly { readonly p: number; readonly isTrue: boolean }[]): number {
  const bins = Array.from({ length: BIN_COUNT }, () => ({ p: 0, hits: 0 }));
  for (const { p, isTrue } of rows) {
    const bin = bins[Math.min(BIN_COUNT - 1, Math.floor(p * BIN_COUNT))];
    bin.p += p;
    bin.hits += isTrue ? 1 : 0;
  }
  return bins.reduce((sum, { p, hits }) => sum + Math.abs(p - hits), 0) / rows.length;
}
