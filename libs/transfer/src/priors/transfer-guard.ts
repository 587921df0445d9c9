import type { TransferPart } from '../kriging/transfer-part';
import type { TransferGuard } from './transfer-model';

function percent(fraction: number): string {
  return `${(100 * fraction).toFixed(1)}%`;
}

function reasonOf({ isOn, gain, covariogram }: TransferPart, weight: number): string {
  const titles = `${gain.titleCount} titles left out in turn`;
  const measured = `${percent(gain.fraction)} of the variance predicted on ${titles} (standard error ${percent(gain.standardError)})`;
  if (isOn && weight > 0) return measured;
  if (isOn) return `switched off: ${measured}, but it adds nothing beside what else is known`;
  if (covariogram.scale === 0) return `switched off: similar titles are no more alike than others, ${titles}`;
  return `switched off: ${measured}`;
}

/**
 * A part's guard in numbers and words.
 * @param part null: it was not fitted, there being no rows or nothing to tell titles alike by
 * @param weight what its effects are multiplied by, ≥ 0
 */
export function transferGuard(part: TransferPart | null, weight: number): TransferGuard {
  if (part === null) {
    const reason = 'switched off: there is nothing to tell titles alike by';
    return { isOn: false, reason, heldOutGain: 0, standardError: 0, titleCount: 0, weight: 0 };
  }
  const { gain } = part;
  const isOn = part.isOn && weight > 0;
  return {
    ...{ isOn, reason: reasonOf(part, weight), weight: isOn ? weight : 0 },
    ...{ heldOutGain: gain.fraction, standardError: gain.standardError, titleCount: gain.titleCount },
  };
}
