import type { PictureBox } from '@keyart/contracts';
import { cropSubjectOf } from './crop-subject';

const faceOf = (box: PictureBox) => ({ box, confidence: 0.9 });
const lineOf = (box: PictureBox) => ({ box, confidence: 0.9, text: null, textConfidence: null });
const saliencyCentroid = { x: 0.4, y: 0.6 };

function subjectOf(faces: PictureBox[], lines: PictureBox[]) {
  return cropSubjectOf({
    faces: { faces: faces.map(faceOf), areaFraction: 0.1, tallestFraction: 0.2 },
    lettering: { lines: lines.map(lineOf), areaFraction: 0.1 },
    composition: {
      ...{ saliencyCentroid, thirdsDistanceFraction: 0, symmetryFraction: 0, negativeSpaceFraction: 0 },
      titleArea: null,
    },
  });
}

describe('cropSubjectOf', () => {
  const [small, large] = [
    { x: 0, y: 0, width: 0.1, height: 0.1 },
    { x: 0.4, y: 0, width: 0.2, height: 0.2 },
  ];

  it('puts faces before lettering, large before small', () => {
    expect(subjectOf([small, large], [small, large]).keep).toEqual([large, small, large, small]);
  });

  it('centres on the faces, the large ones more', () => {
    const { focus } = subjectOf([small, large], []);
    expect(focus.x).toBeCloseTo(0.8 * 0.5 + 0.2 * 0.05, 12);
    expect(focus.y).toBeCloseTo(0.8 * 0.1 + 0.2 * 0.05, 12);
  });

  it('centres on what draws the eye where there is no face', () => {
    expect(subjectOf([], [small])).toEqual({ keep: [small], focus: saliencyCentroid });
  });
});
