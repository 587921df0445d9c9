import type { FaceKind } from '../labels/artwork-labels';
import { matchFaces } from './match-faces';

const label = (x: number, kind: FaceKind = 'human', height = 0.2) => ({
  kind,
  x,
  y: 0.2,
  width: 0.1,
  height,
});
const found = (x: number, height = 0.2) => ({ box: { x, y: 0.2, width: 0.1, height }, confidence: 0.8 });

describe('matchFaces', () => {
  it('finds what overlaps enough and says how near a miss was', () => {
    const near = found(0.65);
    const match = matchFaces([label(0.1), label(0.6)], [found(0.12), near]);
    expect(match).toMatchObject({ faceCount: 2, foundCount: 1, falseBoxes: [near] });
    expect(match.missed).toEqual([{ face: label(0.6), bestOverlap: expect.closeTo(1 / 3) }]);
  });

  it('gives a face its best box; a second one is false', () => {
    const [best, second] = [found(0.11), found(0.13)];
    expect(matchFaces([label(0.1)], [second, best])).toMatchObject({ foundCount: 1, falseBoxes: [second] });
  });

  it('gives two faces that lie close a box each', () => {
    const match = matchFaces([label(0.1), label(0.14)], [found(0.11), found(0.15)]);
    expect(match).toMatchObject({ foundCount: 2, missed: [], falseBoxes: [] });
  });

  it.each<[string, FaceKind, number]>([
    ['an animal', 'animal-or-creature', 0.2],
    ['a head from behind', 'obscured', 0.2],
    ['a face too small to count', 'human', 0.05],
  ])('forgives boxes on %s, and does not ask for them', (_, kind, height) => {
    const head = label(0.1, kind, height);
    expect(matchFaces([head], [found(0.1, height)])).toMatchObject({
      faceCount: 0,
      missed: [],
      falseBoxes: [],
    });
    const centred = {
      box: { x: 0.14, y: 0.2 + height / 2 - 0.01, width: 0.02, height: 0.02 },
      confidence: 0.5,
    };
    expect(matchFaces([head], [centred]).falseBoxes).toEqual([]);
    expect(matchFaces([head], []).missed).toEqual([]);
  });

  it('calls boxes on nothing false', () => {
    const boxes = [found(0.1), found(0.7)];
    expect(matchFaces([], boxes)).toEqual({ faceCount: 0, foundCount: 0, missed: [], falseBoxes: boxes });
  });
});
