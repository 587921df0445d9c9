import { renderTable } from '../terminal/table';
import type { ClassFigures, PolarityFigures } from './judge-polarity';
import type { ToneFigures } from './judge-tones';
import type { TitleAgreement } from './title-agreement';

/** Published or measured figures to compare with. */
const ANCHORS = {
  imdb: 'official test: NBSVM bigrams .9122 (Wang & Manning 2012), DistilBERT .9123; lexicon .70',
  tones: 'GoEmotions, 28 labels: BERT macro-F1 .46 (Demszky et al. 2020)',
} as const;

function classTable(classes: readonly ClassFigures[]): string {
  const body = classes.map(({ name, count, precision, recall, f1 }) => [
    ...[name, `${count}`, precision.toFixed(3), recall.toFixed(3), f1.toFixed(3)],
  ]);
  return renderTable([['class', 'texts', 'precision', 'recall', 'F1'], ...body]);
}

function range([low, high]: readonly [number, number]): string {
  return `${low.toFixed(4)} to ${high.toFixed(4)}`;
}

/** Sides as told, for people. */
export function renderPolarity(heading: string, figures: PolarityFigures): string {
  const { n, accuracy, interval, macroF1, ece, spearman, classes } = figures;
  const rank = spearman === null ? '' : `, rank correlation with stars ${spearman.toFixed(3)}`;
  return [
    `${heading}: ${n} texts`,
    classTable(classes),
    `accuracy ${accuracy.toFixed(4)} (95% ${range(interval)}), macro-F1 ${macroF1.toFixed(4)}, calibration error ${ece.toFixed(4)}${rank}`,
    `beside it: ${ANCHORS.imdb}`,
  ].join('\n');
}

/** Titles as told, for people. */
export function renderTitles({ titleCount, pearson }: TitleAgreement): string {
  return `${titleCount} titles with ten reviews or more: mean polarity correlates with mean stars at ${pearson.toFixed(3)}`;
}

/** Tones as told, for people. */
export function renderTones(heading: string, figures: ToneFigures): string {
  const { n, accuracy, interval, macroF1, ece, classes } = figures;
  return [
    `${heading}: ${n} texts`,
    classTable(classes),
    `macro-F1 ${macroF1.toFixed(4)} (95% ${range(interval)}), likeliest label right ${accuracy.toFixed(4)}, calibration error ${ece.toFixed(4)}`,
    `beside it: ${ANCHORS.tones}`,
  ].join('\n');
}
