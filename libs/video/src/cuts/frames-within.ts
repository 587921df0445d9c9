/** Frames that a time covers at a frame rate, at least one. */
export function framesWithin(milliseconds: number, frameRate: number): number {
  return Math.max(1, Math.round((milliseconds / 1000) * frameRate));
}
