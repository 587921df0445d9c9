/** How much of one picture another one holds. */
export interface Mix {
  /** Of the later picture, in [0, 1] for a true mixture; least squares. */
  readonly share: number;
  /** What no mixture explains, as a share of the distance between both ends (root mean square), ≥ 0. */
  readonly residue: number;
}

/** Reads a picture as `(1 − share) · first + share · last`. All `[n]` levels. */
export function mixOf(between: Uint8Array, first: Uint8Array, last: Uint8Array): Mix {
  let [along, length] = [0, 0];
  for (let i = 0; i < between.length; i++) {
    const direction = last[i] - first[i];
    along += (between[i] - first[i]) * direction;
    length += direction * direction;
  }
  if (length === 0) return { share: 0, residue: Infinity };
  const share = along / length;
  let rest = 0;
  for (let i = 0; i < between.length; i++) {
    rest += (between[i] - first[i] - share * (last[i] - first[i])) ** 2;
  }
  return { share, residue: Math.sqrt(rest / length) };
}
