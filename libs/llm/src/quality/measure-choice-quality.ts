import type { LabelScorer } from '../label-scorer';
import type { PromptSettings } from '../prompt/prompt-renderer';
import { CaseReader } from './case-reader';
import { summariseLabelMass, type LabelMassSummary } from './label-mass';
import { differingFraction, pickOf } from './picks';
import type { LabelQualityOptions, QualityCase } from './quality-case';
import { measureSlotPrior, renormalise, type SlotPrior } from './slot-prior';

/** How good a model's letters are as scores. */
export interface ChoiceQuality {
  readonly formulation: 'choice';
  readonly caseCount: number;
  readonly labelMass: LabelMassSummary;
  readonly slotPrior: SlotPrior;
  /** Share of cyclic shifts of the options that change the pick, in [0, 1]; a model that reads options has about 0, chance is 1 − 1/K. */
  readonly flipRate: number;
  /** The same after the slot prior is subtracted. */
  readonly calibratedFlipRate: number;
}

/**
 * Label mass, slot prior and flip rate over all cyclic shifts of every case (K prompts a case of K candidates).
 * @param cases at least one with two candidates or more; single-candidate cases are left out
 * @throws LlmError of the scorer
 */
export async function measureChoiceQuality(
  parts: { readonly scorer: LabelScorer; readonly settings: Omit<PromptSettings, 'formulation'> },
  cases: readonly QualityCase[],
  options: LabelQualityOptions,
): Promise<ChoiceQuality> {
  const reader = new CaseReader(parts.scorer, { ...parts.settings, formulation: 'choice' }, options.signal);
  const real = cases.filter(({ captions }) => captions.length > 1);
  const masses: number[] = [];
  const shiftsByCase: number[][][] = [];
  for (const wanted of real) {
    const readings = await readAllShifts(reader, wanted);
    masses.push(...readings.flatMap(({ labelMasses }) => labelMasses));
    shiftsByCase.push(readings.map(({ values }) => [...values]));
    options.onProgress?.(shiftsByCase.length, real.length);
  }
  const slotPrior = measureSlotPrior(shiftsByCase.flat());
  return {
    formulation: 'choice',
    caseCount: real.length,
    labelMass: summariseLabelMass(masses, options.labelMassThreshold),
    slotPrior,
    flipRate: flipRateOf(shiftsByCase, {}),
    calibratedFlipRate: flipRateOf(shiftsByCase, slotPrior),
  };
}

async function readAllShifts(reader: CaseReader, wanted: QualityCase) {
  const readings = [];
  for (let shift = 0; shift < wanted.captions.length; shift++) {
    const captions = [...wanted.captions.slice(shift), ...wanted.captions.slice(0, shift)];
    readings.push(await reader.read({ ...wanted, captions }));
  }
  return readings;
}

function flipRateOf(shiftsByCase: readonly (readonly (readonly number[])[])[], prior: SlotPrior): number {
  const pairs = shiftsByCase.flatMap((shifts) => {
    const [base = 0, ...others] = shifts.map((values, shift) => pickedArtwork(values, shift, prior));
    return others.map((other) => [base, other] as const);
  });
  return differingFraction(pairs);
}

/** Index, in the case's own order, of the artwork picked when the options were shifted by `shift`. */
function pickedArtwork(values: readonly number[], shift: number, prior: SlotPrior): number {
  const bias = prior[String(values.length)] ?? [];
  const slot = pickOf(renormalise(values).map((value, index) => value - (bias[index] ?? 0)));
  return (slot + shift) % values.length;
}
