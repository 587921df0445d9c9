import { aPicture, facesOf } from '../../picture-features.factory';
import { subjectWords } from './subject-words';

describe('subjectWords', () => {
  it.each([
    [facesOf(0.5), 'close-up', 'Close-up of one face in the middle'],
    [facesOf(0.3, 0.3), 'medium', 'A medium shot of two faces on the left'],
    [facesOf(0.1, 0.1, 0.1), 'wide', 'A wide view with three faces'],
    [facesOf(...Array<number>(9).fill(0.1)), 'wide', 'A wide view with many faces'],
    [facesOf(), 'no-person', 'A view without people'],
    [facesOf(), 'medium', 'A figure whose face is not seen'],
  ] as const)('%#', (faces, shotScale, expected) => {
    expect(subjectWords(aPicture({ faces, shotScale }))).toBe(expected);
  });
});
