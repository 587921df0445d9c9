import { joinLines } from './join-lines';

type Sides = readonly [left: number, top: number, right: number, bottom: number];

const word = ([left, top, right, bottom]: Sides, score = 0.9) => ({ left, top, right, bottom, score });

describe('joinLines', () => {
  it('makes a line of words that stand beside one another, in any order', () => {
    const [line, ...more] = joinLines([word([65, 1, 95, 21], 0.6), word([0, 0, 60, 20])]);
    expect(line).toMatchObject({ left: 0, top: 0, right: 95, bottom: 21 });
    expect(line.score).toBeCloseTo(0.8);
    expect(more).toEqual([]);
  });

  it.each([
    ['far apart', word([80, 0, 120, 20])],
    ['one below the other', word([0, 22, 60, 42])],
    ['of other height', word([62, 0, 80, 8])],
  ])('leaves alone what is %s', (_, other) => {
    expect(joinLines([word([0, 0, 60, 20]), other])).toHaveLength(2);
  });
});
