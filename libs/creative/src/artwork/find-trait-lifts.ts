import { adjustByBenjaminiHochberg, type Interval } from '@keyart/evaluation';
import { LEAST_MEMBERS } from '../clusters';
import { isIn, type Scope } from '../reviews/scope';
import type { TraitDecision } from './trait-decision';
import { contrastTrait, liftInterval, liftOf, type TraitContrast } from './trait-lift';

/** Whether chance decided what was shown, by probabilities that are known of every picture. */
export type LogLabel = 'randomised' | 'associational';

/** What a trait of pictures does for takes in some titles. */
export interface TraitLift extends Omit<TraitContrast, 'logRatio'> {
  readonly trait: string;
  readonly scope: Scope;
  /** Country of the members; null: all. */
  readonly country: string | null;
  /** Relative: 0.1 is a tenth more takes than other pictures of the same titles. */
  readonly lift: number;
  /** 95%. */
  readonly interval: Interval;
  readonly pValue: number;
  /** Corrected over all lifts tested together (Benjamini–Hochberg). */
  readonly adjustedPValue: number;
  readonly isDiscovery: boolean;
}

/** A part of the log that has too few takes, titles or people to say something. */
export interface UntestedLift {
  readonly trait: string;
  readonly scope: Scope;
  readonly country: string | null;
}

/** Lifts of all traits in all scopes. */
export interface TraitLiftReport {
  readonly label: LogLabel;
  readonly decisionCount: number;
  readonly testedCount: number;
  readonly lifts: readonly TraitLift[];
  readonly untested: readonly UntestedLift[];
}

/** What is looked at. */
export interface FindTraitLiftsOptions {
  readonly scopes: readonly Scope[];
  /** Beside all countries together. */
  readonly countries: readonly string[];
}

const FALSE_DISCOVERY_RATE = 0.05;

/** The log's label: `randomised` where every decision has a known probability above 0 of each picture. */
export function labelOfLog(decisions: readonly TraitDecision[]): LogLabel {
  const isRandomised = ({ slate, propensities }: TraitDecision): boolean =>
    propensities !== null && propensities.length === slate.length && propensities.every((one) => one > 0);
  return decisions.length > 0 && decisions.every(isRandomised) ? 'randomised' : 'associational';
}

/** Importance-weighted lift of each trait in each scope, for all members and by country; corrected over all that was tested. */
export function findTraitLifts(
  decisions: readonly TraitDecision[],
  { scopes, countries }: FindTraitLiftsOptions,
): TraitLiftReport {
  const traits = traitsOf(decisions);
  const cells = scopes.flatMap((scope) => {
    const own = decisions.filter((decision) => isIn(scope, decision));
    return [null, ...countries].flatMap((country) => {
      const there = country === null ? own : own.filter((decision) => decision.country === country);
      return traits.map((trait) => ({
        trait,
        scope,
        country,
        contrast: tellable(contrastTrait(there, trait)),
      }));
    });
  });
  const adjusted = adjustByBenjaminiHochberg(cells.map(({ contrast }) => contrast?.logRatio.pValue ?? null));
  const lifts = cells.flatMap(({ contrast, ...cell }, i): TraitLift[] => {
    if (contrast === null) return [];
    const { logRatio, ...rest } = contrast;
    const adjustedPValue = adjusted[i] ?? 1;
    return [
      {
        ...{ ...cell, ...rest, lift: liftOf(logRatio.value), interval: liftInterval(logRatio.interval) },
        ...{ pValue: logRatio.pValue, adjustedPValue, isDiscovery: adjustedPValue <= FALSE_DISCOVERY_RATE },
      },
    ];
  });
  return {
    ...{ label: labelOfLog(decisions), decisionCount: decisions.length },
    ...{ testedCount: lifts.length, lifts: lifts.sort((a, b) => a.pValue - b.pValue) },
    untested: cells.flatMap(({ contrast, ...cell }) => (contrast === null ? [cell] : [])),
  };
}

/** @returns null for fewer than {@link LEAST_MEMBERS} people, too */
function tellable(contrast: TraitContrast | null): TraitContrast | null {
  return contrast && contrast.memberCount >= LEAST_MEMBERS ? contrast : null;
}

/** Traits that any picture has, in the order of the alphabet. */
export function traitsOf(decisions: readonly TraitDecision[]): string[] {
  return [...new Set(decisions.flatMap(({ slate }) => slate.flat()))].sort();
}
