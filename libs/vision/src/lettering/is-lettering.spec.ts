import { isLettering, isPlausible } from './is-lettering';

const box = (width: number, score: number) => ({ left: 0, top: 0, right: width, bottom: 10, score });

describe('isLettering', () => {
  it('believes a short box by what it says', () => {
    expect(isLettering(box(20, 0.8), { text: 'BOX', confidence: 0.9 })).toBe(true);
    expect(isLettering(box(20, 0.99), { text: '', confidence: 0 })).toBe(false);
  });

  it('believes a long box by its score', () => {
    expect(isLettering(box(50, 0.95), { text: '', confidence: 0 })).toBe(true);
    expect(isLettering(box(50, 0.8), { text: '', confidence: 0 })).toBe(false);
  });

  it('wants a higher score where nobody read', () => {
    expect(isLettering(box(20, 0.99), null)).toBe(true);
    expect(isLettering(box(20, 0.97), null)).toBe(false);
  });
});

describe('isPlausible', () => {
  it.each([
    ['II', 0.6, true],
    ['Ü2', 0.6, true],
    ['映画', 0.6, true],
    ['G', 0.9, false],
    ['-·.', 0.9, false],
    ['BOX', 0.4, false],
  ])('of %j at %d is %s', (text, confidence, expected) => {
    expect(isPlausible({ text, confidence })).toBe(expected);
  });
});
