import type { PictureBox } from '@keyart/contracts';
import type { JudgedPicture } from './judged-picture';

/** A wrong answer on one picture. */
export interface PictureError {
  readonly artworkId: string;
  readonly about: 'face' | 'lettering' | 'shot scale' | 'top facet';
  readonly expected: string;
  readonly found: string;
}

type Wrong = Omit<PictureError, 'artworkId'>;

/** What went wrong on a picture, with what was expected and found; faces one by one. */
export function errorsOf(picture: JudgedPicture): PictureError[] {
  const wrong = [...faceErrors(picture), ...answerErrors(picture)];
  return wrong.map((error) => ({ artworkId: picture.artworkId, ...error }));
}

function faceErrors({ faces }: JudgedPicture): Wrong[] {
  const missed = faces.missed.map(({ face, bestOverlap }): Wrong => ({
    about: 'face',
    expected: placeOf(face),
    found: bestOverlap > 0 ? `box of overlap ${bestOverlap.toFixed(2)}` : 'nothing',
  }));
  const surplus = faces.falseBoxes.map(({ box, confidence }): Wrong => ({
    about: 'face',
    expected: 'nothing',
    found: `${placeOf(box)}, ${confidence.toFixed(2)} sure`,
  }));
  return [...missed, ...surplus];
}

function answerErrors({ lettering, shotScale, topFacet }: JudgedPicture): Wrong[] {
  const say = (isPresent: boolean): string => (isPresent ? 'present' : 'absent');
  const answers = [
    { about: 'lettering', expected: say(lettering.expected), found: say(lettering.found) },
    { about: 'shot scale', ...shotScale },
  ] as const;
  const wrong: Wrong[] = answers.filter(({ expected, found }) => expected !== found);
  if (topFacet.isRight) return wrong;
  return [
    ...wrong,
    { about: 'top facet', expected: topFacet.accepted.join(', '), found: topFacet.found ?? 'none' },
  ];
}

function placeOf({ x, y, width, height }: PictureBox): string {
  const [left, top, across, down] = [x, y, width, height].map((fraction) => fraction.toFixed(2));
  return `box ${left} ${top}, ${across} × ${down}`;
}
