import type { FacetStrengths } from '@keyart/contracts';
import type { Facet } from '@keyart/features';
import type { FacetCalibration } from './facet-calibration';
import type { FacetEvidence } from './facet-evidence';
import type { FacetSigns } from './facet-signs';
import { weighSigns } from './weigh-signs';

/** Facets of a picture and why: what an editor reads when a facet surprises. */
export interface CompositeFacets {
  /** Of each facet being seen in the picture, in [0, 1]. */
  readonly probabilities: Readonly<Record<Facet, number>>;
  /** The same without the weak ones, likeliest first, to two digits: what is stored. */
  readonly strengths: FacetStrengths;
  /** What spoke for and against, strongest first; next to nothing left out. */
  readonly evidence: readonly FacetEvidence[];
  /** Why words did not count (there are none, or no model reads them); null: they did. */
  readonly unreadWords: string | null;
}

/** A facet is named when it is at least so probable: about three times as likely as a facet is on average. */
const LEAST_PROBABILITY = 0.3;
/** Always named, so that every picture has facets to rank by. */
const LEAST_COUNT = 1;
/** Evidence that moves the odds by less than a tenth explains nothing. */
const LEAST_LOG_ODDS = 0.1;

/** Adds up the signs of every facet. */
export function combineSigns(
  signs: readonly FacetSigns[],
  calibration: FacetCalibration,
): Omit<CompositeFacets, 'unreadWords'> {
  const weighed = signs.map((sign) => ({ facet: sign.facet, evidence: weighSigns(sign, calibration) }));
  const ranked = weighed
    .map(({ facet, evidence }) => [facet, probabilityOf(evidence, calibration.bias)] as const)
    .sort(([, a], [, b]) => b - a);
  return {
    probabilities: Object.fromEntries(ranked) as Record<Facet, number>,
    strengths: strengthsOf(ranked),
    evidence: explainingOf(weighed.flatMap(({ evidence }) => evidence)),
  };
}

function probabilityOf(evidence: readonly FacetEvidence[], bias: number): number {
  const logOdds = evidence.reduce((sum, { logOdds: more }) => sum + more, bias);
  return 1 / (1 + Math.exp(-logOdds));
}

function strengthsOf(ranked: readonly (readonly [Facet, number])[]): FacetStrengths {
  const named = ranked.filter(([, probability], i) => i < LEAST_COUNT || probability >= LEAST_PROBABILITY);
  return Object.fromEntries(named.map(([facet, probability]) => [facet, Number(probability.toFixed(2))]));
}

function explainingOf(evidence: readonly FacetEvidence[]): FacetEvidence[] {
  return evidence
    .filter(({ logOdds }) => Math.abs(logOdds) >= LEAST_LOG_ODDS)
    .sort((a, b) => Math.abs(b.logOdds) - Math.abs(a.logOdds));
}
