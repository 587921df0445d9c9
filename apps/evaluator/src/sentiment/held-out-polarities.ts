import { calibrated, type TrainedPolarity } from '@keyart/sentiment';

/** Polarities of rows that the model had not seen then, `[n]`. */
export function heldOutPolarities({ margins, part }: TrainedPolarity): Float32Array {
  return margins.map((margin) => 2 * calibrated(part.calibration, margin) - 1);
}
