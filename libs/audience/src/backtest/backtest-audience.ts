import { createRandom, shuffled } from '@keyart/common';
import { fitTitleEncoder, type SimilarityTitle } from '@keyart/similarity';
import type { AudienceForecast } from '../forecast/audience-forecast';
import type { AudienceModel } from '../forecast/audience-model';
import type { AudienceData, LaunchedTitle } from '../forecast/audience-title';
import { FACTS_WEIGHT, fitWithEncoder, SEEN_COUNTS } from '../forecast/fit-audience-model';
import { forecastAudience } from '../forecast/forecast-audience';
import { launchesKnownBy } from '../forecast/launches-known-by';
import { regionsOf } from '../forecast/region-of';
import type { StackFeature } from '../forecast/stack-feature';
import { seenMarkets } from '../forecast/update-cases';
import {
  cellAuc,
  cellLoss,
  forecastScores,
  meanOf,
  type ForecastScores,
  type JudgedTitle,
} from './forecast-scores';
import { pairedBootstrap, type PairedDifference } from './paired-bootstrap';

/** A way to forecast, and how good it was. */
export interface BacktestRow extends ForecastScores {
  readonly name: string;
  /** Share of titles whose number of charting countries lay in the 80% interval; null: it gives none. */
  readonly coverage: number | null;
}

/** Everything measured on launches that came after those learnt from. */
export interface AudienceBacktest {
  readonly schema: 'audience-backtest/1';
  readonly seed: string;
  readonly testFrom: string;
  readonly trainCount: number;
  readonly forwardCount: number;
  readonly testCount: number;
  readonly countryCount: number;
  readonly positiveFraction: number;
  readonly rows: readonly BacktestRow[];
  /** Log-loss of the global rate less that of the stack, as a share of the former. */
  readonly gainOverGlobal: number;
  /** Stack against base rate, by title: log-loss (below 0 is better) and AUC over countries (above 0 is better). */
  readonly logLossDifference: PairedDifference;
  readonly aucDifference: PairedDifference;
  readonly regions: readonly (readonly string[])[];
}

/** What to measure on. */
export interface BacktestQuestion {
  readonly data: AudienceData;
  /** Titles whose words the encoder may learn; those of the test are left out. */
  readonly catalogue: readonly SimilarityTitle[];
  /** Launches from that day on are the test, `YYYY-MM-DD`. */
  readonly testFrom: string;
  readonly seed: string;
}

const BASE: readonly StackFeature[] = ['base'];
const ORIGIN: readonly StackFeature[] = [...BASE, 'origin', 'originReach', 'home'];
const KNN: readonly StackFeature[] = ['knn'];

interface Judged {
  readonly title: LaunchedTitle;
  readonly cells: JudgedTitle;
  readonly isCovered: boolean;
}

interface Countries {
  readonly countries: readonly string[];
}

function judge(title: LaunchedTitle, forecast: AudienceForecast, { countries }: Countries): Judged {
  const byCountry = new Map(forecast.countries.map((one) => [one.country, one]));
  let [low, high, charted] = [0, 0, 0];
  const cells = seenMarkets(title).flatMap(({ place, outcome }) => {
    const found = byCountry.get(countries[place]);
    if (!found || found.observed !== null) return [];
    low += found.low;
    high += found.high;
    charted += outcome;
    return [{ place, outcome, probability: found.probability }];
  });
  return { title, cells, isCovered: charted >= low && charted <= high };
}

function judgeAll(
  model: AudienceModel,
  titles: readonly LaunchedTitle[],
  seen?: { readonly count: number; readonly seed: string },
): Judged[] {
  const { countries } = model.core.counts;
  const random = createRandom(`${seen?.seed}/test-seen/${seen?.count}`);
  return titles.flatMap((title) => {
    const drawn = seen ? shuffled(seenMarkets(title), random).slice(0, seen.count) : [];
    const observed = drawn.map(({ place, outcome }) => ({
      country: countries[place],
      hasCharted: outcome === 1,
    }));
    return [judge(title, forecastAudience({ title, observed }, model), { countries })];
  });
}

function rowOf(name: string, judged: readonly Judged[], hasInterval = true): BacktestRow {
  const coverage = hasInterval ? meanOf(judged.map(({ isCovered }) => (isCovered ? 1 : 0))) : null;
  return { name, ...forecastScores(judged.map(({ cells }) => cells)), coverage };
}

function withChance(judged: readonly Judged[], probability: number): Judged[] {
  return judged.map((one) => ({ ...one, cells: one.cells.map((cell) => ({ ...cell, probability })) }));
}

function titleLosses(judged: readonly Judged[]): number[] {
  return judged.map(({ cells }) => meanOf(cells.map(cellLoss)));
}

function aucDifferences(a: readonly Judged[], b: readonly Judged[]): number[] {
  return a.flatMap(({ cells }, i) => {
    const [own, other] = [cellAuc(cells), cellAuc(b[i].cells)];
    return own === null || other === null ? [] : [own - other];
  });
}

/**
 * Backtest by time: encoder, regions, rates, stack, calibration, intervals and update are learnt on launches that were over by `testFrom`; later ones are
 * the test. Rows: the global rate, base rates, with origins, nearest titles alone, the stack, and the stack after 5, 15 and 30 markets drawn by
 * chance were seen, judged on the others.
 * @throws InputError `TOO_FEW_LAUNCHES`
 */
export function backtestAudience({ data, catalogue, testFrom, seed }: BacktestQuestion): AudienceBacktest {
  const train = launchesKnownBy(data, testFrom);
  const test = data.titles.filter(({ firstWeek }) => firstWeek >= testFrom);
  const later = new Set(test.map(({ titleId }) => titleId));
  const encoder = fitTitleEncoder(
    catalogue.filter(({ titleId }) => !later.has(titleId)),
    { seed, factsWeight: FACTS_WEIGHT },
  );
  const fit = (features?: readonly StackFeature[]): AudienceModel =>
    fitWithEncoder(train, { seed, encoder, features });
  const model = fit();
  const stack = judgeAll(model, test);
  const base = judgeAll(fit(BASE), test);
  const global = rowOf('global rate', withChance(base, model.core.counts.globalRate), false);
  const stackRow = rowOf('stack', stack);
  const cells = stack.flatMap((one) => one.cells);
  return {
    ...{ schema: 'audience-backtest/1', seed, testFrom },
    ...{ trainCount: train.titles.length, forwardCount: model.fit.forwardCount, testCount: test.length },
    countryCount: data.countries.length,
    positiveFraction: meanOf(cells.map(({ outcome }) => outcome)),
    rows: [
      ...[global, rowOf('base rate', base), rowOf('+ origin', judgeAll(fit(ORIGIN), test))],
      ...[rowOf('kNN', judgeAll(fit(KNN), test)), stackRow],
      ...SEEN_COUNTS.map((count) =>
        rowOf(`stack, ${count} markets seen`, judgeAll(model, test, { count, seed })),
      ),
    ],
    gainOverGlobal: 1 - stackRow.logLoss / global.logLoss,
    logLossDifference: pairedBootstrap(
      titleLosses(stack).map((loss, i) => loss - titleLosses(base)[i]),
      seed,
    ),
    aucDifference: pairedBootstrap(aucDifferences(stack, base), seed),
    regions: [...regionsOf(model).values()],
  };
}
