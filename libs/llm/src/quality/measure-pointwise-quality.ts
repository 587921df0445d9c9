import type { LabelScorer } from '../label-scorer';
import type { PromptSettings } from '../prompt/prompt-renderer';
import { CaseReader } from './case-reader';
import { summariseLabelMass, type LabelMassSummary } from './label-mass';
import { differingFraction, pickOf } from './picks';
import type { LabelQualityOptions, QualityCase } from './quality-case';
import { rewordCaption } from './reword-caption';

/** How good a model's yes and no are as scores. */
export interface PointwiseQuality {
  readonly formulation: 'pointwise';
  readonly caseCount: number;
  readonly labelMass: LabelMassSummary;
  /** Mean and standard deviation of the log-odds over all candidates. */
  readonly meanLogOdds: number;
  readonly logOddsDeviation: number;
  /** Share of cases whose pick stays when all captions are reworded, in [0, 1]; chance is 1/K. */
  readonly pickStability: number;
  /** Mean absolute change of a candidate's log-odds by rewording. */
  readonly rewordingShift: number;
}

/**
 * Label mass, spread of the log-odds and stability under reworded captions (2K prompts a case of K candidates).
 * @param cases at least one with two candidates or more; single-candidate cases are left out
 * @throws LlmError of the scorer
 */
export async function measurePointwiseQuality(
  parts: { readonly scorer: LabelScorer; readonly settings: Omit<PromptSettings, 'formulation'> },
  cases: readonly QualityCase[],
  options: LabelQualityOptions,
): Promise<PointwiseQuality> {
  const reader = new CaseReader(
    parts.scorer,
    { ...parts.settings, formulation: 'pointwise' },
    options.signal,
  );
  const real = cases.filter(({ captions }) => captions.length > 1);
  const masses: number[] = [];
  const pairs: { own: readonly number[]; reworded: readonly number[] }[] = [];
  for (const wanted of real) {
    const own = await reader.read(wanted);
    const reworded = await reader.read({ ...wanted, captions: wanted.captions.map(rewordCaption) });
    masses.push(...own.labelMasses, ...reworded.labelMasses);
    pairs.push({ own: own.values, reworded: reworded.values });
    options.onProgress?.(pairs.length, real.length);
  }
  const picks = pairs.map(({ own, reworded }) => [pickOf(own), pickOf(reworded)] as const);
  const changes = pairs.flatMap(({ own, reworded }) =>
    own.map((value, i) => Math.abs(value - (reworded[i] ?? NaN))),
  );
  const logOdds = pairs.flatMap(({ own }) => own);
  return {
    formulation: 'pointwise',
    caseCount: real.length,
    labelMass: summariseLabelMass(masses, options.labelMassThreshold),
    meanLogOdds: mean(logOdds),
    logOddsDeviation: deviation(logOdds),
    pickStability: 1 - differingFraction(picks),
    rewordingShift: mean(changes),
  };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function deviation(values: readonly number[]): number {
  const centre = mean(values);
  return Math.sqrt(mean(values.map((value) => (value - centre) ** 2)));
}
