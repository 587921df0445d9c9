import type { LetteringBox } from '@keyart/contracts';
import { joinLines } from './join-lines';

function word(text: string | null, x: number, y: number): LetteringBox {
  const box = { x, y, width: 0.2, height: 0.1 };
  return { box, confidence: 0.9, text, textConfidence: text === null ? null : 0.8 };
}

describe('joinLines', () => {
  it('joins words beside each other, from the left, lines from the top', () => {
    const lines = joinLines([word('OF', 0.55, 0.51), word('STEEL', 0.1, 0.8), word('TEARS', 0.3, 0.5)], 1);
    expect(lines.map(({ text }) => text)).toEqual(['TEARS OF', 'STEEL']);
    expect(lines[0].box).toEqual({
      x: 0.3,
      y: 0.5,
      width: expect.closeTo(0.45),
      height: expect.closeTo(0.11),
    });
    expect(lines[0].confidence).toBeCloseTo(0.9);
    expect(lines[0].textConfidence).toBeCloseTo(0.8);
  });

  it('measures the gap by the height of the letters, so that width counts more in wide pictures', () => {
    const words = [word('A', 0.1, 0.5), word('B', 0.38, 0.5)];
    expect(joinLines(words, 1)).toHaveLength(1);
    expect(joinLines(words, 2)).toHaveLength(2);
  });

  it('leaves apart what differs in height', () => {
    const small = word('small', 0.32, 0.5);
    expect(
      joinLines([word('LARGE', 0.1, 0.48), { ...small, box: { ...small.box, height: 0.05 } }], 1),
    ).toHaveLength(2);
  });

  it('keeps what was read of a line that was read in part', () => {
    const [line] = joinLines([word('READ', 0.1, 0.5), word(null, 0.32, 0.5)], 1);
    expect(line).toMatchObject({ text: 'READ', textConfidence: expect.closeTo(0.8) });
    const [unread] = joinLines([word(null, 0.1, 0.5), word(null, 0.32, 0.5)], 1);
    expect(unread).toMatchObject({ text: null, textConfidence: null });
  });
});
