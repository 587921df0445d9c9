import { textBlobs } from './text-blobs';

/** A digit is a probability in tenths. */
function mapOf(...rows: string[]) {
  const data = Float32Array.from(rows.join(''), (digit) => (digit === '.' ? 0 : Number(digit) / 10));
  return { width: rows[0].length, height: rows.length, data };
}

describe('textBlobs', () => {
  it('takes together what touches, also by corners', () => {
    const blobs = textBlobs(mapOf('99....8', '..9...8', '.......', '2......'));
    expect(blobs).toHaveLength(2);
    expect(blobs[0]).toMatchObject({ pixelCount: 3, left: 0, right: 2, top: 0, bottom: 1 });
    expect(blobs[0].meanProbability).toBeCloseTo(0.9);
    expect(blobs[0].rowEnds).toEqual([
      [0, 1],
      [2, 2],
    ]);
    expect(blobs[1]).toMatchObject({ pixelCount: 2, left: 6, right: 6, top: 0, bottom: 1 });
  });

  it('has none of an empty map', () => {
    expect(textBlobs(mapOf('..', '..'))).toEqual([]);
  });
});
