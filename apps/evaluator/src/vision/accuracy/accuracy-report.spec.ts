import type { ShotScale } from '@keyart/contracts';
import type { Facet } from '@keyart/features';
import type { Medium } from '../labels/artwork-labels';
import { accuracyOf } from './accuracy-report';
import { judgeFloors } from './floors';
import type { JudgedPicture } from './judged-picture';

const FACE = { kind: 'human' as const, x: 0.1, y: 0.1, width: 0.2, height: 0.2 };
const FALSE_BOX = { box: FACE, confidence: 0.6 };

function aPicture(medium: Medium, facts: Partial<JudgedPicture> = {}): JudgedPicture {
  return {
    artworkId: 'a',
    medium,
    faces: { faceCount: 0, foundCount: 0, missed: [], falseBoxes: [] },
    lettering: { expected: false, found: false },
    shotScale: { expected: 'no-person', found: 'no-person' },
    topFacet: { accepted: ['drama'], found: 'drama', isRight: true },
    ...facts,
  };
}

const withFaces = (faceCount: number, foundCount: number, falseCount = 0) => ({
  faces: {
    faceCount,
    foundCount,
    missed: Array.from({ length: faceCount - foundCount }, () => ({ face: FACE, bestOverlap: 0 })),
    falseBoxes: Array.from({ length: falseCount }, () => FALSE_BOX),
  },
});
const withLettering = (expected: boolean, found: boolean) => ({ lettering: { expected, found } });
const withScale = (expected: ShotScale, found: ShotScale) => ({ shotScale: { expected, found } });
const withFacet = (accepted: Facet[], isRight: boolean) => ({
  topFacet: { accepted, found: isRight ? accepted[0] : null, isRight },
});
const overall = (pictures: JudgedPicture[]) => accuracyOf(pictures)[accuracyOf(pictures).length - 1];

describe('accuracyOf', () => {
  it('tells the media apart and leaves out those without pictures', () => {
    const groups = accuracyOf([
      aPicture('painting', withFaces(4, 3, 1)),
      aPicture('painting'),
      aPicture('photograph', withFaces(1, 1)),
    ]);
    expect(groups.map(({ group, pictureCount }) => [group, pictureCount])).toEqual([
      ['photograph', 1],
      ['painting', 2],
      ['all', 3],
    ]);
    expect(groups[1].faces).toMatchObject({ falseBoxCount: 1, falseBoxesPerTenPictures: 5 });
    expect(groups.map(({ faces }) => faces.recall.fraction)).toEqual([1, 0.75, 0.8]);
  });

  it('has no recall without faces', () => {
    const { faces } = overall([aPicture('render')]);
    expect(faces.recall).toEqual({ hitCount: 0, totalCount: 0, fraction: null, interval: [0, 1] });
  });

  it('separates precision and recall of lettering', () => {
    const pairs = [
      [true, true],
      [true, true],
      [true, false],
      [false, true],
      [false, false],
    ] as const;
    const { lettering } = overall(
      pairs.map(([expected, found]) => aPicture('render', withLettering(expected, found))),
    );
    expect(lettering.accuracy.fraction).toBe(0.6);
    expect(lettering.precision.fraction).toBeCloseTo(2 / 3);
    expect(lettering.recall.fraction).toBeCloseTo(2 / 3);
  });

  it('says which shot scale was taken for which', () => {
    const { shotScale } = overall([
      aPicture('render', withScale('close-up', 'medium')),
      aPicture('render', withScale('close-up', 'close-up')),
    ]);
    expect(shotScale.accuracy.fraction).toBe(0.5);
    expect(shotScale.confusion['close-up']).toEqual({ 'close-up': 1, medium: 1, wide: 0, 'no-person': 0 });
  });

  it('knows what guessing facets would score', () => {
    const { topFacet } = overall([
      aPicture('render', withFacet(['scary', 'dark'], true)),
      aPicture('render', withFacet(['dark'], false)),
      aPicture('render', withFacet(['comedy'], false)),
    ]);
    expect(topFacet.accuracy.fraction).toBeCloseTo(1 / 3);
    expect(topFacet.commonest).toEqual({ facet: 'dark', fraction: expect.closeTo(2 / 3) });
    expect(topFacet.uniformFraction).toBeCloseTo((2 + 1 + 1) / 3 / 24);
  });
});

describe('judgeFloors', () => {
  it('asks for faces on each medium apart, for the rest over all', () => {
    const verdicts = judgeFloors(
      accuracyOf([aPicture('photograph', withFaces(1, 1)), aPicture('painting', withFaces(20, 16, 1))]),
    );
    expect(verdicts.map(({ what, measured, isMet }) => [what, measured, isMet])).toEqual([
      ['faces found, photograph', 1, true],
      ['false boxes in 10, photograph', 0, true],
      ['faces found, painting', 0.8, false],
      ['false boxes in 10, painting', 10, false],
      ['lettering present or absent', 1, true],
      ['top facet', 1, true],
    ]);
  });

  it('passes no verdict on what there was nothing of', () => {
    expect(judgeFloors(accuracyOf([]))).toEqual([]);
    expect(judgeFloors(accuracyOf([aPicture('render')])).map(({ what }) => what)).toEqual([
      'false boxes in 10, render',
      'lettering present or absent',
      'top facet',
    ]);
  });
});
