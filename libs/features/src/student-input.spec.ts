import type { PictureLook } from '@keyart/contracts';
import { FACETS } from './facets';
import { pictureInput, STUDENT_INPUT_VERSION, STUDENT_LOOK_COUNT, studentInput } from './student-input';
import { NEW_VIEWER_TASTE } from './taste-profile';

const LOOK: PictureLook = {
  ...{ shotScale: 'close-up' as const, faceCount: 1, tallestFaceFraction: 0.5, letteringFraction: 0 },
  ...{ darkFraction: 0.2, warmth: 0, saturationFraction: 0 },
};

// A student learnt under one layout sees noise under another: whoever changes a number here must change the version with it.
it('pins the version to what a student is given', () => {
  const taste = { ...NEW_VIEWER_TASTE, facets: { romance: 0.5 }, people: ['Ida Lind'] };
  const pictures = [
    pictureInput(Float32Array.from([1, 0]), LOOK, [0.25, 0.5]),
    pictureInput(Float32Array.from([0, 1]), null, [0.25, 0.5]),
  ];
  const captions = ['Ida Lind in the rain', 'a lamp'];
  const input = studentInput({ taste, genres: ['Romance'], captions, pictures });
  const romance = FACETS.indexOf('romance');
  const drama = FACETS.indexOf('drama');
  expect(STUDENT_INPUT_VERSION).toBe('student-input/bbeb8446cf70');
  expect([input.taste.length, input.taste[romance]]).toEqual([FACETS.length, 3]);
  expect([input.title[romance], input.title[drama]]).toEqual([1, Math.fround(0.3)]);
  expect([...input.faces]).toEqual([1, 0]);
  const width = 2 + STUDENT_LOOK_COUNT;
  expect(input.pictures).toHaveLength(2 * width);
  expect([...input.pictures.subarray(0, 3)]).toEqual([0.75, -0.5, 0.5]);
  expect(input.pictures[2 + 6]).toBe(Math.fround(0.1));
  expect([...input.pictures.subarray(width)]).toEqual([-0.25, 0.5, ...new Array<number>(10).fill(0)]);
});
