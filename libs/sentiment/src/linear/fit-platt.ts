/** Turns a margin into a probability: 1/(1 + exp(−(slope × margin + offset))). */
export interface Calibration {
  readonly slope: number;
  readonly offset: number;
}

const [STEPS, RIDGE, CLOSE, SHORTEST] = [100, 1e-12, 1e-9, 1e-10];

/**
 * Platt's calibration with smoothed targets, by Newton steps that are halved until they help (Platt 1999; Lin, Lin & Weng 2007, algorithm 1).
 * @param margins `[n]`, of texts that the machine was not fitted to
 * @param labels `[n]`
 */
export function fitPlatt(margins: ArrayLike<number>, labels: ArrayLike<boolean>): Calibration {
  const targets = smoothedTargets(labels);
  const positives = targets.filter((_, i) => labels[i]).length;
  let at: Calibration = {
    slope: 0,
    offset: Math.log((positives + 1) / (targets.length - positives + 1)),
  };
  let loss = lossAt(at, margins, targets);
  for (let step = 0; step < STEPS; step++) {
    const move = newtonMove(at, margins, targets);
    if (Math.abs(move.slope) + Math.abs(move.offset) < CLOSE) break;
    let length = 1;
    let next = at;
    let nextLoss = Infinity;
    for (; length >= SHORTEST && !(nextLoss < loss); length /= 2) {
      next = { slope: at.slope - length * move.slope, offset: at.offset - length * move.offset };
      nextLoss = lossAt(next, margins, targets);
    }
    if (!(nextLoss < loss)) break;
    [at, loss] = [next, nextLoss];
  }
  return at;
}

function smoothedTargets(labels: ArrayLike<boolean>): Float64Array {
  let positives = 0;
  for (let i = 0; i < labels.length; i++) if (labels[i]) positives++;
  const high = (positives + 1) / (positives + 2);
  const low = 1 / (labels.length - positives + 2);
  return Float64Array.from({ length: labels.length }, (_, i) => (labels[i] ? high : low));
}

function lossAt({ slope, offset }: Calibration, margins: ArrayLike<number>, targets: Float64Array): number {
  return targets.reduce((sum, target, i) => {
    const logit = slope * margins[i] + offset;
    return sum + Math.max(0, logit) - target * logit + Math.log1p(Math.exp(-Math.abs(logit)));
  }, 0);
}

/** H⁻¹ g. */
function newtonMove(at: Calibration, margins: ArrayLike<number>, targets: Float64Array): Calibration {
  let [g0, g1, h00, h01, h11] = [0, 0, RIDGE, 0, RIDGE];
  targets.forEach((target, i) => {
    const p = calibrated(at, margins[i]);
    const [error, spread] = [p - target, p * (1 - p)];
    g0 += error * margins[i];
    g1 += error;
    h00 += spread * margins[i] ** 2;
    h01 += spread * margins[i];
    h11 += spread;
  });
  const determinant = h00 * h11 - h01 ** 2;
  return { slope: (h11 * g0 - h01 * g1) / determinant, offset: (h00 * g1 - h01 * g0) / determinant };
}

/** In (0, 1). */
export function calibrated({ slope, offset }: Calibration, margin: number): number {
  return 1 / (1 + Math.exp(-(slope * margin + offset)));
}
