import { surplusOverLevels } from '@keyart/learning';
import { centredTraits, centredValues } from './centred-traits';
import type { TraitOutcome, TraitRow } from './trait-row';

/**
 * What the shown pictures earned beyond what is known without transfer: reward less the bandit's score above the title's mean, above the
 * shrunken levels of title and viewer.
 * @returns `[n]`, aligned with the rows
 */
export function traitOutcomes(rows: readonly TraitRow[]): TraitOutcome[] {
  const own = rows.map(({ viewer, title, reward, baseline, shownAt }) => ({
    ...{ viewer, title },
    reward: reward - (baseline === null ? 0 : centredValues(baseline)[shownAt]),
  }));
  const surplus = surplusOverLevels(own);
  return rows.map(({ title, region, slate, shownAt, weight }, i) => ({
    ...{ title, region, weight, surplus: surplus(own[i]) },
    traits: centredTraits(slate)[shownAt],
  }));
}
