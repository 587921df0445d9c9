import { someArtwork } from '../catalogue-records.factory';
import { findDuplicate } from './find-duplicate';

const HASH = 'f0f0f0f0f0f0f0f0';
const picture = { sha256: 'aa'.repeat(32), perceptualHash: HASH };
const artwork = someArtwork({ artworkId: 'new', sha256: null });
const other = (over: Parameters<typeof someArtwork>[0]) =>
  someArtwork({ artworkId: 'old', sha256: 'bb'.repeat(32), ...over });

describe('findDuplicate', () => {
  it.each([
    ['equal bytes', { sha256: picture.sha256, perceptualHash: null }, 0],
    ['the same outlines', { perceptualHash: HASH }, 0],
    ['outlines that differ in four bits', { perceptualHash: 'f0f0f0f0f0f0f0ff' }, 4],
  ])('finds %s', (_name, over, distance) => {
    expect(findDuplicate(picture, artwork, [other(over)])).toEqual({ artworkId: 'old', distance });
  });

  it.each([
    ['outlines that differ in five bits', { perceptualHash: 'f0f0f0f0f0f0f1ff' }],
    ['no picture', { sha256: null, perceptualHash: null }],
    ['another aspect', { perceptualHash: HASH, aspect: '2:3' as const }],
    ['another title', { perceptualHash: HASH, titleId: 'elsewhere' }],
    ['the artwork itself', { perceptualHash: HASH, artworkId: 'new' }],
  ])('finds nothing in %s', (_name, over) => {
    expect(findDuplicate(picture, artwork, [other(over)])).toBeNull();
  });

  it('compares no outlines where there are none', () => {
    const blank = '0'.repeat(16);
    const blanks = { ...picture, perceptualHash: blank };
    expect(findDuplicate(blanks, artwork, [other({ perceptualHash: blank })])).toBeNull();
    expect(findDuplicate(blanks, artwork, [other({ sha256: picture.sha256 })])?.distance).toBe(0);
  });

  it('names the nearest', () => {
    const others = [
      other({ artworkId: 'near', perceptualHash: 'f0f0f0f0f0f0f0f3' }),
      other({ artworkId: 'nearest', perceptualHash: 'f0f0f0f0f0f0f0f1' }),
    ];
    expect(findDuplicate(picture, artwork, others)).toEqual({ artworkId: 'nearest', distance: 1 });
  });
});
