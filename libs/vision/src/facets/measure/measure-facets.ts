import { FACETS } from '@keyart/features';
import { combineSigns } from '../composite-facets';
import type { FacetCalibration } from '../facet-calibration';
import type { FacetCase } from './facet-case';
import { fitFacetCalibration } from './fit-facet-calibration';

/** How well facets are read. */
export interface FacetAccuracy {
  readonly caseCount: number;
  /** Share of cases whose likeliest facet is one of the expected. */
  readonly topFacetFraction: number;
  /** The same for a facet drawn uniformly, and for always naming the commonest one. */
  readonly chanceFraction: number;
  readonly commonestFraction: number;
  /** Mean squared difference between probability and presence, over all facets; 0 is best. */
  readonly brierScore: number;
  /** The Brier score of always saying how common facets are. */
  readonly brierOfBaseRate: number;
  /** Mean difference between stated and true frequency over ten equally large groups of like probability. */
  readonly calibrationError: number;
}

interface Stated {
  readonly probability: number;
  readonly isPresent: boolean;
}

const GROUP_COUNT = 10;

/**
 * Accuracy of a calibration.
 * @param cases at least one, none of them used to fit the calibration
 */
export function measureFacets(cases: readonly FacetCase[], calibration: FacetCalibration): FacetAccuracy {
  return accuracyOf(cases.map((one) => ({ one, ...combineSigns(one.signs, calibration) })));
}

/** Accuracy where each title's cases are judged by a calibration fitted on the other titles' cases. */
export function crossValidateFacets(cases: readonly FacetCase[]): FacetAccuracy {
  const titleIds = [...new Set(cases.map(({ titleId }) => titleId))];
  return accuracyOf(
    titleIds.flatMap((titleId) => {
      const calibration = fitFacetCalibration(cases.filter((one) => one.titleId !== titleId));
      const judged = cases.filter((one) => one.titleId === titleId);
      return judged.map((one) => ({ one, ...combineSigns(one.signs, calibration) }));
    }),
  );
}

type Judged = { readonly one: FacetCase } & Pick<ReturnType<typeof combineSigns>, 'probabilities'>;

function accuracyOf(judged: readonly Judged[]): FacetAccuracy {
  const has = ({ one }: Judged, facet: string): boolean => (one.expected[facet] ?? 0) > 0;
  const share = (isRight: (one: Judged) => boolean): number => judged.filter(isRight).length / judged.length;
  const stated = judged.flatMap((one) =>
    FACETS.map((facet) => ({ probability: one.probabilities[facet], isPresent: has(one, facet) })),
  );
  const baseRate = mean(stated.map(({ isPresent }) => Number(isPresent)));
  return {
    caseCount: judged.length,
    topFacetFraction: share((one) => has(one, topOf(one.probabilities))),
    chanceFraction: baseRate,
    commonestFraction: Math.max(...FACETS.map((facet) => share((one) => has(one, facet)))),
    brierScore: mean(stated.map(({ probability, isPresent }) => (probability - Number(isPresent)) ** 2)),
    brierOfBaseRate: baseRate * (1 - baseRate),
    calibrationError: calibrationErrorOf(stated),
  };
}

function topOf(probabilities: Judged['probabilities']): string {
  return FACETS.reduce((best, facet) => (probabilities[facet] > probabilities[best] ? facet : best));
}

function calibrationErrorOf(stated: readonly Stated[]): number {
  const sorted = [...stated].sort((a, b) => a.probability - b.probability);
  const bounds = Array.from({ length: GROUP_COUNT + 1 }, (_, i) =>
    Math.floor((i * sorted.length) / GROUP_COUNT),
  );
  const groups = bounds.slice(1).map((end, i) => sorted.slice(bounds[i], end));
  return mean(
    groups.map((group) =>
      Math.abs(
        mean(group.map(({ probability }) => probability)) - mean(group.map((one) => Number(one.isPresent))),
      ),
    ),
  );
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
