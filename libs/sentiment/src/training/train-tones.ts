import { createRandom } from '@keyart/common';
import { cleanText } from '../text/clean-text';
import { FeatureScanner, type FeatureSpec } from '../text/feature-scanner';
import { inverseFrequencyScales } from '../linear/feature-scales';
import { frequentFeatures, scanTexts } from '../linear/index-features';
import { calibrated, fitPlatt } from '../linear/fit-platt';
import { presenceOf } from '../linear/presence';
import type { LinearModelFiles } from '../model/linear-model';
import { writeBagOnnx } from '../onnx/write-bag-onnx';
import { crossFit, type FitAt } from './cross-fit';
import { fitBag } from './fit-bag';
import { groupFolds } from './group-folds';
import type { PolarityOptions } from './train-polarity';
import type { ToneRow } from './training-rows';
import { bestThreshold } from './tune-thresholds';

/** A model of tones, and what it says of rows that it had not seen. */
export interface TrainedTones {
  readonly part: LinearModelFiles['tones'];
  /** Probabilities by cross-fitting, `[n × C]`. */
  readonly probabilities: Float32Array;
}

const SPEC: FeatureSpec = { wordCount: 2, characterCounts: null };
const LEAST_TEXT_COUNT = 2;
const FEATURE_COUNT = 80_000;
const COST = 0.3;
/** Classes of 77 to 12,823 of 43,410 comments: errors on rare ones weigh more, by the root of what would balance them. */
const BALANCE = 0.5;

/**
 * One linear SVM a label against the rest over word 1- and 2-grams, weighed by how rare they are, texts scaled to length 1; each calibrated by
 * Platt and given a threshold of largest F1, both on margins of texts that were held out.
 * @param labels all labels, in the order of the columns
 */
export function trainTones(
  rows: readonly ToneRow[],
  labels: readonly string[],
  { foldCount, seed }: PolarityOptions,
): TrainedTones {
  const scanned = scanTexts(
    rows.map(({ text }) => cleanText(text).text),
    new FeatureScanner(SPEC),
  );
  const index = frequentFeatures(scanned, LEAST_TEXT_COUNT);
  const presence = presenceOf(scanned, index);
  const truths = rows.map((row) => labels.map((label) => row.labels.includes(label)));
  const fit: FitAt = (own, places) =>
    fitBag(
      own,
      places.map((place) => truths[place]),
      {
        ...{ cost: COST, balance: BALANCE, featureCount: FEATURE_COUNT, scalesOf: inverseFrequencyScales },
        random: createRandom(`${seed}/tones`),
      },
    );
  const folds = groupFolds(
    rows.map(({ text }) => text),
    foldCount,
    createRandom(`${seed}/folds`),
  );
  const margins = crossFit(presence, folds, fit);
  const columns = labels.map((_, c) => ({
    margins: Float64Array.from(rows, (__, i) => margins[i * labels.length + c]),
    truth: truths.map((row) => row[c]),
  }));
  const calibrations = columns.map((own) => fitPlatt(own.margins, own.truth));
  const probabilities = margins.map((margin, at) => calibrated(calibrations[at % labels.length], margin));
  const { bag, kept } = fit(presence, [...rows.keys()]);
  return {
    part: {
      ...{ spec: SPEC, labels },
      thresholds: columns.map((own, c) => calibrated(calibrations[c], bestThreshold(own.margins, own.truth))),
      hashes: kept.map((column) => index.hashes[column]),
      graph: writeBagOnnx(bag, calibrations),
    },
    probabilities,
  };
}
