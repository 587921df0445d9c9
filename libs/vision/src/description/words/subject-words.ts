import type { PictureFeatures, ShotScale } from '@keyart/contracts';
import { countWord } from './count-words';
import { centreOf, placeWords } from './place-words';

/** Beyond so many faces their places say nothing. */
const MOST_PLACED_COUNT = 2;

const WITHOUT_FACE: Readonly<Record<ShotScale, string>> = {
  'close-up': 'A close-up without a face',
  medium: 'A figure whose face is not seen',
  wide: 'A wide view with figures too small for a face',
  'no-person': 'A view without people',
};

/** Who is seen and how near, as the opening of a sentence: `Close-up of one face on the left`. Says faces, never who they are. */
export function subjectWords({ faces: { faces }, shotScale }: PictureFeatures): string {
  if (faces.length === 0) return WITHOUT_FACE[shotScale];
  const counted = `${countWord(faces.length)} ${faces.length === 1 ? 'face' : 'faces'}`;
  const place = faces.length <= MOST_PLACED_COUNT ? ` ${placeWords(centreOf(faces[0].box))}` : '';
  return `${openingOf(shotScale)} ${counted}${place}`;
}

function openingOf(shotScale: ShotScale): string {
  if (shotScale === 'close-up') return 'Close-up of';
  return shotScale === 'medium' ? 'A medium shot of' : 'A wide view with';
}
